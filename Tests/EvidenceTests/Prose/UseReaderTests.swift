import Testing

@testable import Evidence

/// What a report says of the use of a thing that it names.
@Suite struct UseReaderTests {
    private func uses(_ text: String) -> [Use] {
        UseReader.uses(of: "api key*", "api-key*", "*proxy*", "*proxies", "aws_profile", in: text)
    }

    @Test(arguments: [
        "I use a Bedrock API key.", "We generated API keys for the two jobs.", "It runs with just an API key",
        "No profile, only an API key.", "The API key is invalid.", "The client goes through the corporate proxy.",
    ])
    func `what is used`(text: String) { #expect(uses(text).contains(.used), "\(uses(text))") }

    @Test(arguments: [
        "I never created an API key.", "we have not set any API key", "It runs without an API key.",
        "There is no API key anywhere.", "The API key is not configured.", "AWS_PROFILE is not set.",
        "I unset AWS_PROFILE first.", "AWS_PROFILE is empty", "We do not use a proxy.",
        "Nobody here has an API key, we sign in by single sign-on.",
    ])
    func `what there is none of`(text: String) {
        #expect(uses(text).contains(.absent), "\(uses(text))")
        #expect(!uses(text).contains(.used) && !uses(text).contains(.passedBy), "\(uses(text))")
    }

    @Test(arguments: [
        "The SDK ignores the proxy.", "It doesn't honor HTTPS_PROXY.", "The plugin has no proxy support",
        "Node knows no proxy of its own.", "It seems not to respect the proxy settings.",
        "HTTPS_PROXY is set, but Node does not read it.",
        "We sit behind a corporate proxy. The client does not pick it up.",
        "The proxy is bypassed by this client.", "The library offers no support for proxies.",
    ])
    func `what a program passes by`(text: String) { #expect(uses(text).contains(.passedBy), "\(uses(text))") }

    @Test(arguments: [
        "Does it honor the proxy?", "The proxy does not support HTTP/2.", "Please provide an API key.",
        "You need either an API key or a profile.", "I would like to use an API key.",
        "The proxy ignores the header.", "We do not see the request in the log of the proxy.",
    ])
    func `what says nothing of the use`(text: String) {
        #expect(!uses(text).contains(.passedBy), "\(uses(text))")
        #expect(!text.contains("API key") || uses(text).isEmpty, "\(uses(text))")
    }

    @Test(arguments: [
        ("It fails intermittently.", true), ("Occasionally it gets through.", true),
        ("From time to time it works", true), ("It does not always fail.", true), ("It is not intermittent.", false),
        ("It fails each time.", false),
    ])
    func `what happens now and then`(text: String, isTold: Bool) {
        #expect(Chance.isTold(in: WordText(text)) == isTold)
    }
}
