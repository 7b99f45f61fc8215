import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// What a report tells of its connection refutes the usual advice.
@Suite struct ToldNetworkTests {
    struct Failure: Sendable, CustomTestStringConvertible {
        let text: String
        let says: String

        init(_ text: String, _ says: String) {
            self.text = text
            self.says = says
        }

        var testDescription: String { String(text.prefix(70)) }
    }

    private static let silence =
        "\nConnect timeout on endpoint URL: \"https://bedrock-runtime.eu-west-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse\""

    static let failures: [Failure] = [
        Failure("HTTPS_PROXY is set, and the library does not honor it." + silence, "does not take the proxy"),
        Failure("The call from our Lambda fails intermittently." + silence, "one of them has no route out"),
        Failure("HTTP 464 from the bidirectional stream", "Protocol.HTTP2"),
        Failure("error: socket hang up ECONNRESET at POST http://index:8000/query", "and not to Bedrock"),
        Failure(
            "content was missing: content was not specified but it is required when building ToolResultBlock",
            "Nothing was sent"),
    ]

    @Test(arguments: failures) func `the first advice is by what is told`(failure: Failure) throws {
        let input = try ReadInput(Array(failure.text.utf8), name: "paste")
        let finding = try #require(Explanation(input, context: ExplainContext()).findings.first)
        #expect(finding.remedies.first?.text.contains(failure.says) == true)
    }
}
