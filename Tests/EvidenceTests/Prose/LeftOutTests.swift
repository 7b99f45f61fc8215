import Testing

@testable import Evidence

/// A part of the request without which the call gets through, as reporters tell it.
@Suite struct LeftOutTests {
    private func name(_ text: String) -> String? {
        ReporterWords(text: text).contrasts.first { $0.dimension == .feature }?.fails
    }

    @Test(arguments: [
        ("If I do not enable http compression, the request is successful.", "http compression"),
        (
            "If I leave the `logType` or `invocationType` as the default (`nil`), the operation succeeds.",
            "logType or invocationType"
        ),
        ("When I leave invocationType out, the call works.", "invocationType"),
        ("It works fine without the custom header X-Trace.", "header X-Trace"),
        ("Uploads were working okay until I added the tags.", "tags"),
        ("If I don't set the Content-Type the upload goes through.", "Content-Type"),
        ("Without specifying the storage class, the copy works.", "storage class"),
        ("If I disable chunked encoding, the upload succeeds.", "chunked encoding"),
    ])
    func `what is told`(_ text: String, _ expected: String) { #expect(name(text) == expected, "\(name(text) ?? "-")") }

    @Test(arguments: [
        "Does it work without compression?", "The call should work without the header.",
        "I removed the header and it still fails.", "It works without errors.",
        // Who calls and by which way, other facts tell; and unsigned calls are others.
        "It works without VPN.", "It works as long as I don't set the Authorization header.",
        "It works without my credentials.", "It works if I remove it.",
    ])
    func `what is not told`(_ text: String) { #expect(name(text) == nil, "\(name(text) ?? "-")") }
}
