import WireText

/// A message of HTTP/1.1 whose start line stands behind what a program wrote before it: a time, a level, an arrow, its own name.
///
/// `[DEBUG] 2026-01-31 12:00:00 CURL (HeaderOut) PUT /a HTTP/1.1`, `[WS-Client] RX: HTTP/1.1 403 Forbidden`, `-->GET /mqtt HTTP/1.1`: the start line
/// ends the line, and header fields stand below it, with the same words before them or bare. Anything else that has such words in it, an access log's line
/// among them, is left alone.
enum PrefixedMessage {
    /// No prefix is longer.
    private static let limit = 160

    /// No head has more lines.
    private static let lineLimit = 200

    private static let methods = ["GET ", "POST ", "PUT ", "DELETE ", "HEAD ", "PATCH ", "OPTIONS "]

    /// The message at the place; `nil`, without moving, when none begins there.
    static func events(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        guard let start = start(of: line), start > line.startIndex else { return nil }
        let prefix = line[..<start]
        // What is only indented is read as it stands, with its body.
        if prefix.isBlank { return nil }
        var text = Array(line[start...])
        var count = 1
        var named = 0
        var isWithPrefix: Bool?
        while count < lineLimit, let next = cursor.peek(count) {
            // The first line below tells whether the others have the prefix, too.
            let bare = SignedTextPrefix.length(of: prefix, in: next).map { next.dropFirst($0) }
            let content = isWithPrefix ?? (bare != nil) ? bare : next
            guard let content else { break }
            isWithPrefix = isWithPrefix ?? (bare != nil)
            if content.isBlank || HTTPFields.field(content) == nil { break }
            if isKnownName(content) { named += 1 }
            text += [0x0A] + Array(content)
            count += 1
        }
        guard named > 0 else { return nil }
        let events = HTTPMessageReader.events(in: text)
        guard !events.isEmpty else { return nil }
        cursor.advance(count)
        // A body is not shown, or follows in a form of its own.
        return events.map { event in
            guard case .request(var request) = event, request.header("content-length") != "0" else { return event }
            request.body = ["GET", "HEAD"].contains(request.method) ? request.body : .unknown
            return .request(request)
        }
    }

    /// Where in a line a start line begins that ends with it.
    private static func start(of line: ByteText) -> Int? {
        let text = line.trimmed
        let head = text.prefix(limit + 8)
        if let version = head.range(of: "HTTP/"), isFree(before: version.lowerBound, in: line),
            isStatus(text[version.lowerBound...])
        {
            return version.lowerBound
        }
        guard text.suffix(10).contains(" HTTP/"), text.last?.isDigit == true else { return nil }
        let places = methods.compactMap { method in
            head.range(of: method + "/")?.lowerBound ?? head.range(of: method + "http")?.lowerBound
        }
        return places.min().flatMap { isFree(before: $0, in: line) ? $0 : nil }
    }

    /// `HTTP/1.1 403 Forbidden` and nothing else.
    private static func isStatus(_ text: ByteText) -> Bool {
        guard HTTPStatusLine(text) != nil, text.count < 60 else { return false }
        return text.dropFirst(5).allSatisfy { $0.isLetter || $0.isDigit || " .-".utf8.contains($0) }
    }

    /// Whether what stands before a place has ended.
    private static func isFree(before place: Int, in line: ByteText) -> Bool {
        guard place > line.startIndex else { return true }
        return " \t>)]:|".utf8.contains(line[place - 1])
    }

    private static let names: Set<String> = [
        "host", "date", "server", "content-type", "content-length", "authorization", "user-agent", "accept",
        "connection",
    ]

    private static func isKnownName(_ line: ByteText) -> Bool {
        let name = line.prefix { $0 != UInt8(ascii: ":") }.text.lowercased()
        return names.contains(name) || name.hasPrefix("x-amz")
    }
}
