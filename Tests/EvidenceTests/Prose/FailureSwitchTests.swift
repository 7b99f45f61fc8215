import Testing

@testable import Evidence

/// A setting with which the call fails, and without which it works, as reporters tell it.
@Suite struct FailureSwitchTests {
    private func name(_ text: String) -> String? { ReporterWords(text: text).failureSwitch?.name }

    @Test(arguments: [
        (
            "When I have TOOL_SEARCH_MODE set to 1 I get an error.\n\nHowever when I run without it set it works fine.",
            "TOOL_SEARCH_MODE"
        ),
        ("It fails each time with the MCP server enabled and works fine when I disable it.", "the MCP server"),
        ("Every request fails with --stream-json. It works without it.", "--stream-json"),
        ("With the MCP server enabled every call fails. I removed the entry and now it works.", "the MCP server"),
        ("With EXTENDED_CONTEXT=1 all calls fail, but with EXTENDED_CONTEXT=0 it works.", "EXTENDED_CONTEXT"),
    ])
    func `what is told`(_ text: String, _ expected: String) { #expect(name(text) == expected, "\(name(text) ?? "-")") }

    @Test(arguments: [
        // Who calls, where and which model is told by other facts.
        "It fails with AWS_PROFILE set and works without it.", "It works without HTTPS_PROXY, else it fails.",
        "It works without CLAUDE_CODE_USE_BEDROCK, with it every call fails.",
        "It works fine.", "Does it work if I disable the MCP server?", "The MCP server fails.",
    ])
    func `what is not told`(_ text: String) { #expect(name(text) == nil, "\(name(text) ?? "-")") }
}
