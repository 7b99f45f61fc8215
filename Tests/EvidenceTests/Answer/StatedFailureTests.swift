import Testing

@testable import Evidence

/// What a program said of a failure is told from what a reporter says around it.
@Suite struct StatedFailureTests {
    private func stated(_ text: String) -> String { ReadAnswer(ServiceAnswer(content: .message(text))).stated }

    @Test func `a refusal stands without the report around it`() {
        let refusal = """
            User: arn:aws:iam::111122223333:user/app is not authorized to perform: bedrock:InvokeModel on resource: \
            arn:aws:bedrock:eu-north-1::foundation-model/amazon.nova-lite-v1:0
            """
        let text = """
            ## What happens
            I set the model to arn:aws:bedrock:eu-west-3:111122223333:inference-profile/eu.amazon.nova-lite-v1:0 in the node.

            ## What is the error
            The error is then this one :
            \(refusal)

            But we are not allowed to use that region, and this is what I need.
            """
        #expect(stated(text) == refusal)
    }

    @Test(
        arguments: [
            "Error: The provided model identifier is invalid.",
            "Example.Runtime.Model.ValidationException : The document cannot be read.",
            "[bedrock] Error: The credentials could not be read,\nsince the answer was empty",
        ])
    func `a statement keeps its own lines`(statement: String) {
        #expect(
            stated("I log in with our portal and then run it.\n\n\(statement)\n\nIt works with the other tool.")
                == statement)
    }

    @Test func `the line of a failure is found behind a person's lines`() throws {
        let text = "First I did this and then that.\n  Error: it is not there\nWhat now?"
        let start = try #require(StatedFailure.start(in: text))
        #expect(text[start...].hasPrefix("  Error: it"))
        #expect(StatedFailure.start(in: "It is not there.\nWhat now?") == nil)
    }

    @Test func `a fence holds what was said, blank lines and plain sentences among it`() {
        let said = "Error: it did not work\n\nThe model is not there for you."
        #expect(stated("When I call it I get this.\n```\n\(said)\n```\nWhat can I do?") == said)
    }

    @Test(
        arguments: [
            "The security token included in the request is invalid.",
            "I get a 403 when I call the model.\n\nIt is not allowed, and I do not know why.",
            "at com.example.ErrorHandler.handle(Handler.java:1)\nIt fails here, and I do not know why.",
        ])
    func `a text in which nothing is stated stays whole`(text: String) {
        #expect(stated(text) == text)
    }
}
