import Evidence
import JSONText

/// A failure by its status or its error's name alone, which is all that some programs show: `403`, `HTTP 403 Forbidden`,
/// `AccessDeniedException`, `An error occurred (ValidationException)`.
///
/// What a client or a service wrote of a call is none, however little it says: a call failed, and nobody asks what a name means.
package struct BareFailure: Sendable, Hashable {
    package let status: Int?

    /// As somebody wrote it, without a namespace.
    package let type: String?

    /// The longest that is nothing but a status and a name.
    private static let limit = 200

    /// Reads a text; `nil` when it says more than a status and a name, or neither.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.limit, !Self.tellsOfCall(text) else { return nil }
        var words = Self.words(of: text)
        let reason = Self.removeReason(from: &words)
        // `signature does not match`: the name in words, some of which say nothing elsewhere.
        let named = words.filter { Int($0) == nil }
        if (2...5).contains(named.count), ErrorTypeName.isFromAWS(named.joined()) {
            words = words.filter { Int($0) != nil } + [Self.joined(named)]
        }
        var status: Int?
        var type: String?
        var rest: [Substring] = []
        for word in words {
            if let number = Int(word), (400...599).contains(number), word.utf8.count == 3 {
                guard status == nil || status == number else { return nil }
                status = number
            } else if Self.noise.contains(word.lowercased()) || WrapperText.operations.contains(String(word)) {
                continue
            } else if let name = Self.typeName(word) {
                guard type == nil || type == name else { return nil }
                type = name
            } else {
                rest.append(word)
            }
        }
        if !rest.isEmpty {
            // `access denied`, `signature does not match`: the name in words.
            guard type == nil, rest.count <= 5, ErrorTypeName.isFromAWS(rest.joined()) else { return nil }
            type = String(Self.joined(rest))
        }
        // A name with the words of a status behind it, and no number, is an error and its message.
        if reason != nil, status == nil, type != nil { return nil }
        if type == nil { status = status ?? reason }
        guard status != nil || type != nil else { return nil }
        self.status = status
        self.type = type
    }

    /// What was asked about, in a few words.
    package var name: String {
        [
            status.map { number in
                Self.reasons.first { $0.status == number }.map { "\(number) \($0.title)" } ?? "\(number)"
            }, type,
        ]
        .compactMap { $0 }.joined(separator: " ")
    }

    // MARK: Calls

    /// Whether a text is what a client, a service or a log wrote of a call: an SDK's words for what it called, a body, a record.
    package static func tellsOfCall(_ text: String) -> Bool {
        let lower = text.lowercased()
        if callMarks.contains(where: lower.contains) { return true }
        return text.split(whereSeparator: \.isNewline).contains(where: isTimed)
    }

    /// Whether a line begins with a date or a time, as the records of logs do.
    private static func isTimed(_ line: Substring) -> Bool {
        let shape = line.drop { "[({ ".contains($0) }.prefix(10).map { $0.isNumber ? "0" : $0 }
        return ["0000-00-00", "0000/00/00", "00:00:00"].contains { shape.starts(with: $0) }
    }

    /// botocore's words, those of the SDKs for Go, Java and Rust, of OpenAI's and Anthropic's clients, and what only bodies hold.
    private static let callMarks = [
        "when calling ", "operation error ", "(service: ", "request id", "requestid", "https response error",
        "error code: ", "bedrockexception - ",
        "{", "<error>", "<message>", "<html",
    ]

    // MARK: Words

    private static func joined(_ words: [Substring]) -> Substring {
        words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()[...]
    }

    private static func words(of text: String) -> [Substring] {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "_#./-".contains($0))) }
            .map { $0.trimmed(of: "./-") }.filter { !$0.isEmpty }
    }

    private static let noise: Set<String> = [
        "http", "https", "http/1.1", "http/1.0", "http/2", "http/2.0", "http/3", "status", "statuscode", "status_code",
        "httpstatuscode", "code", "error", "errors", "err", "errortype", "response", "returned", "got", "with", "a",
        "an",
        "the", "occurred", "when", "calling", "operation", "exception", "request", "from", "aws", "bedrock", "amazon",
        "bedrock-runtime", "api", "clienterror", "botocore.exceptions.clienterror", "x-amzn-errortype", "__type",
        "type",
        "what", "is", "why", "does", "mean", "failed", "reached", "max", "retries",
    ]

    private static func typeName(_ word: Substring) -> String? {
        let name = ErrorTypeName(written: String(word)).name
        guard ErrorTypeName.isErrorType(name) || ErrorTypeName.isFromAWS(name) else { return nil }
        return name
    }

    // MARK: Reasons

    /// The words that servers write behind a status (RFC 9110, section 15; RFC 6585; 424 of RFC 4918).
    private static let reasons: [(status: Int, title: String)] = [
        (400, "Bad Request"), (401, "Unauthorized"), (403, "Forbidden"), (404, "Not Found"),
        (405, "Method Not Allowed"),
        (407, "Proxy Authentication Required"), (408, "Request Timeout"), (409, "Conflict"),
        (413, "Payload Too Large"), (413, "Content Too Large"), (422, "Unprocessable Entity"),
        (424, "Failed Dependency"),
        (429, "Too Many Requests"), (500, "Internal Server Error"), (502, "Bad Gateway"), (503, "Service Unavailable"),
        (504, "Gateway Timeout"), (504, "Gateway Time-out"),
    ]

    /// Takes the words of a reason out, and gives its status.
    private static func removeReason(from words: inout [Substring]) -> Int? {
        let lower = words.map { $0.lowercased() }
        for reason in reasons {
            let wanted = reason.title.lowercased().split(separator: " ").map(String.init)
            guard lower.count >= wanted.count else { continue }
            for start in 0...(lower.count - wanted.count) where Array(lower[start..<(start + wanted.count)]) == wanted {
                // An exception's name in one word is not a reason: `Conflict` and `Forbidden` stand for both.
                words.removeSubrange(start..<(start + wanted.count))
                return reason.status
            }
        }
        return nil
    }
}
