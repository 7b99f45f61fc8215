/// What an input turned out to be.
package enum InputKind: String, Sendable, Hashable, CaseIterable {
    case errorText = "error text"
    case errorBody = "error body"
    case eventStream = "event stream"
    case httpExchange = "HTTP exchange"
    case curlVerbose = "curl -v output"
    case curlTrace = "curl trace"
    case botocoreLog = "botocore or AWS CLI debug log"
    case javaScriptLog = "AWS SDK for JavaScript output"
    case goLog = "AWS SDK for Go log"
    case javaLog = "AWS SDK for Java log"
    case rustLog = "AWS SDK for Rust log"
    case harArchive = "HAR archive"
    case recording = "recording"
    case servedRequests = "requests to the mock server"
    case cloudTrail = "CloudTrail events"
    case signingLog = "log with a canonical request"

    // MARK: Marks

    /// What stands in a log of each kind, the surer first.
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

    /// The kind of an input in which calls were found: what it is called, not how it is read.
    init(of text: InputText) {
        let head = text.bytes.prefix(1 << 20)
        if let mark = Self.marks.first(where: { head.contains($0.mark) }) {
            self = mark.kind
            return
        }
        for line in text.lines.prefix(2_000) {
            if line.bytes.hasPrefix("> ") || line.bytes.hasPrefix("< HTTP/") || line.bytes.hasPrefix("*   Trying ") {
                self = .curlVerbose
                return
            }
        }
        let isMessage = text.lines.contains { HTTPStatusLine($0.bytes) != nil || HTTPRequestLine($0.bytes) != nil }
        self = isMessage ? .httpExchange : head.contains("AWS4-HMAC-SHA256") ? .signingLog : .errorText
    }
}
