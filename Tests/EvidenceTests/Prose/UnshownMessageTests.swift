import Evidence
import Testing

/// A report in a person's words alone lacks the message; one that quotes it does not.
@Suite struct UnshownMessageTests {
    private static let words = """
        The profile does not work in my program.

        I am using the role of the instance for it.
        The AWS CLI works with the same profile.
        It says that access is refused.
        """

    @Test func `sentences alone show no message`() {
        #expect(UnshownMessage.isOfWordsAlone(Self.words))
        #expect(UnshownMessage.isOfWordsAlone(Self.words + "\n```\nllm = Chat(profile=\"x\")\n```"))
    }

    @Test(
        arguments: [
            "An error occurred (AccessDenied) when calling the Converse operation",
            "I get `Unable to locate credentials` here",
            "It prints \"Could not load credentials from any providers\" to me", "ERROR 2026-01-01 request failed",
        ])
    func `a line or a quotation that tells of the failure is one`(line: String) {
        #expect(!UnshownMessage.isOfWordsAlone(Self.words + "\n" + line))
    }

    @Test func `that the message may not be handed on is said in words`() {
        #expect(UnshownMessage.isWithheld("I cannot copy the error, by my company's rules."))
        #expect(UnshownMessage.isWithheld("It stops without any error message."))
        #expect(!UnshownMessage.isWithheld("I cannot call the model; the error is below."))
    }
}
