/// Tells by its marks what an input is: what it is called, not how it is read.
enum InputKindMarks {
    private static let marks: [(mark: String, kind: InputKind)] = [
        ("<AWSPreparedRequest ", .botocoreLog), ("botocore.", .botocoreLog), ("CanonicalRequest:", .botocoreLog),
        ("=> Send header", .curlTrace), ("<= Recv header", .curlTrace),
        ("---[ CANONICAL STRING", .goLog), ("---[ STRING TO SIGN", .goLog), ("DEBUG Request\n", .goLog),
        ("DEBUG Response\n", .goLog),
        ("software.amazon.awssdk", .javaLog), ("AWS4 Canonical Request", .javaLog), ("http-outgoing-", .javaLog),
        ("aws_sigv4::", .rustLog), ("aws_smithy_", .rustLog), ("canonical_request=", .rustLog),
        ("SdkBody", .rustLog), ("HeaderValue {", .rustLog), ("ErrorMetadata {", .rustLog),
        ("$metadata", .javaScriptLog), ("HttpRequest {", .javaScriptLog), ("commandName:", .javaScriptLog),
    ]

    /// The kind of an input in which calls were found.
    static func kind(of text: InputText) -> InputKind {
        let head = text.bytes.prefix(1 << 20)
        for (mark, kind) in marks where head.contains(mark) { return kind }
        for line in text.lines.prefix(2_000) {
            if line.bytes.hasPrefix("> ") || line.bytes.hasPrefix("< HTTP/") || line.bytes.hasPrefix("*   Trying ") {
                return .curlVerbose
            }
        }
        let isMessage = text.lines.contains { HTTPStatusLine($0.bytes) != nil || HTTPRequestLine($0.bytes) != nil }
        if isMessage { return .httpExchange }
        return head.contains("AWS4-HMAC-SHA256") ? .signingLog : .errorText
    }
}
