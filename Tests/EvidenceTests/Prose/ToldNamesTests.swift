import Testing

@testable import Evidence

/// Which models and regions a reporter says work, and which fail.
@Suite struct ToldNamesTests {
    private func names(_ text: String) -> ToldNames { ReporterWords(text: text).names }

    @Test func `what works in a list is not what fails`() {
        let told = names(
            """
            The following profiles were able to be executed without any problems.
            - anthropic.claude-3-5-sonnet-20240620-v1:0
            - global.anthropic.claude-sonnet-4-20250514-v1:0

            The model that caused the error
            (I can run Converse in the same environment, so I don't think it is a permission problem)
            - us.anthropic.claude-sonnet-4-20250514-v1:0
            """)
        #expect(
            told.works == [
                "anthropic.claude-3-5-sonnet-20240620-v1:0", "global.anthropic.claude-sonnet-4-20250514-v1:0",
            ])
        #expect(told.fails == ["us.anthropic.claude-sonnet-4-20250514-v1:0"])
    }

    @Test func `a model without the error works`() {
        let told = names(
            "Note that I do not get this error when using `Model('us.amazon.nova-pro-v1:0')`, so it is peculiar.")
        #expect(told.works == ["us.amazon.nova-pro-v1:0"])
    }

    @Test func `a command behind a colon belongs to what works or fails`() {
        let told = names(
            """
            1. This works correctly: `MODEL='us.anthropic.claude-3-5-sonnet-20241022-v2:0' claude`
            2. This does not work: `MODEL='us.anthropic.claude-3-7-sonnet-20250219-v1:0' claude`
            """)
        #expect(told.works == ["us.anthropic.claude-3-5-sonnet-20241022-v2:0"])
        #expect(told.fails == ["us.anthropic.claude-3-7-sonnet-20250219-v1:0"])
    }

    @Test func `what another client is given is what the failing one has, too`() {
        #expect(names("The AWS CLI works with amazon.nova-pro-v1:0 in us-east-1, LiteLLM fails.").works.isEmpty)
        #expect(names("The same id amazon.nova-pro-v1:0 works with curl.").works.isEmpty)
    }

    @Test func `what a program sends by itself is told apart`() {
        let told = names("It tries to invoke the model using an ID like apac.anthropic.claude-haiku-4-5-20251001-v1:0")
        #expect(told.sent == ["apac.anthropic.claude-haiku-4-5-20251001-v1:0"])
    }

    @Test func `a region that works and one that fails`() {
        let told = names("In us-east-1 it works. In eu-central-1 I get an error.")
        #expect(told.works == ["us-east-1"])
        #expect(told.fails == ["eu-central-1"])
    }

    @Test(
        arguments: [
            "The model identifier being sent is `amazon.nova-lite-v1:0:1`, but the correct Bedrock model id is `amazon.nova-lite-v1:0`.",
            "The plugin sends amazon.nova-lite-v1:0:1 instead of amazon.nova-lite-v1:0.",
        ])
    func `what is called right beside what is sent was not sent`(text: String) {
        let told = names(text)
        #expect(told.sent == ["amazon.nova-lite-v1:0:1"])
        #expect(told.works == ["amazon.nova-lite-v1:0"])
    }

    @Test func `an id that is called right is none that works where nothing else is sent`() {
        #expect(names("The correct model id is amazon.nova-lite-v1:0, I checked it twice.").works.isEmpty)
    }
}
