import WireText

/// Debug lines of the SDKs of Anthropic and OpenAI, which one generator makes: each request and each answer has a line of its own.
///
/// `Anthropic:DEBUG:request URL {` and `Anthropic:DEBUG:response 400 URL` are the older form; `[log_1a2b3c] post URL failed with
/// status 400 in 312ms` the newer. The answer's body is in neither: what the program prints below is its message.
struct StainlessLogReader: LogReader {
    static let marks = [":DEBUG:request ", ":DEBUG:response ", " with status "]

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let url = line.after("Anthropic:DEBUG:request ") ?? line.after("OpenAI:DEBUG:request "), isURL(url) {
            cursor.advance()
            return [.begin, .request(request(url))]
        }
        if let rest = line.after("Anthropic:DEBUG:response ") ?? line.after("OpenAI:DEBUG:response "),
            let status = status(rest)
        {
            cursor.advance()
            return answered(status, &cursor)
        }
        guard line.contains("[log_"), let rest = line.after(" with status "), let status = status(rest),
            let url = line.after("] post ") ?? line.after("] get "), isURL(url)
        else { return nil }
        cursor.advance()
        return [.begin, .request(request(url))] + answered(status, &cursor)
    }

    private static func isURL(_ text: ByteText) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

    private static func request(_ text: ByteText) -> ObservedRequest {
        let url = text.prefix { $0 != 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        let parts = HTTPRequestLine.parts(of: url)
        return ObservedRequest(method: "POST", target: Array(parts.target), host: parts.host)
    }

    private static func status(_ text: ByteText) -> Int? {
        let digits = text.prefix { $0.isDigit }
        return digits.count == 3 ? Int(digits.text) : nil
    }

    /// How far below an answer a program prints what it said.
    private static let reach = 8

    /// The answer, and of one that went wrong what the program prints of it: `API Error: 400 ...`, `Error: 400 {...}`.
    private static func answered(_ status: Int, _ cursor: inout LogCursor) -> [LogEvent] {
        let response = LogEvent.response(ObservedResponse(status: status))
        guard status >= 400 else { return [response] }
        let mark = "Error: \(status) "
        for offset in 0..<reach {
            guard let line = cursor.peek(offset), !line.contains(":DEBUG:request ") else { break }
            guard let said = line.after(mark) else { continue }
            cursor.advance(offset + 1)
            return [response, .failure("\(status) " + said.trimmed.text)]
        }
        return [response]
    }
}
