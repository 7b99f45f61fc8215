import WireText

/// A signed request that was pasted as a `curl` command: by a debugger that prints one, or by hand.
///
/// Options as in curl's manual (<https://curl.se/docs/manpage.html>). A command without a signature is not evidence of one,
/// and is left to the words around it.
struct CurlCommandReader: LogReader {
    static let marks = ["curl "]

    /// No command is longer.
    private static let limit = 1 << 18

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        guard let start = start(of: cursor.line) else { return nil }
        var text = Array(cursor.line[start...].prefix(limit))
        var lines = 1
        // A backslash at the end of a line joins the next one.
        let limit = min(limit, max(cursor.allowance, text.count))
        while text.last == UInt8(ascii: "\\"), let next = cursor.peek(lines), text.count < limit {
            text.removeLast()
            text += [0x20] + Array(next)
            lines += 1
        }
        guard ByteText(text).contains("AWS4-HMAC-SHA256"), let request = request(words(text)) else {
            cursor.waste(text.count - cursor.line.count)
            return nil
        }
        cursor.advance(lines)
        return [.request(request)]
    }

    /// Where a command begins: at the beginning of a line, or behind a prompt or a label.
    private static func start(of line: ByteText) -> Int? {
        guard line.contains("curl "), let found = line.prefix(80).range(of: "curl ") else { return nil }
        let before = line[..<found.lowerBound].trimmed
        return before.isEmpty || "$#>:%".utf8.contains(before.last ?? 0) ? found.lowerBound : nil
    }

    // MARK: Words

    private struct Word {
        var bytes: [UInt8] = []
        /// Whether quotes stand within it, so that its bytes may not be what was meant.
        var isPieced = false
    }

    /// The words of a POSIX shell's command line.
    private static func words(_ text: [UInt8]) -> [Word] {
        var words: [Word] = []
        var word: Word?
        var quote: UInt8?
        var parts = 0
        var index = 0
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while index < text.count {
            let byte = text[index]
            if let open = quote {
                if byte == open {
                    quote = nil
                } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\""), index + 1 < text.count,
                    "\"\\$`".utf8.contains(text[index + 1])
                {
                    index += 1
                    word?.bytes.append(text[index])
                } else {
                    word?.bytes.append(byte)
                }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
                parts += 1
                word = word ?? Word()
                if parts > 1 || !(word?.bytes.isEmpty ?? true) { word?.isPieced = true }
            } else if isBlank(byte) {
                if let whole = word { words.append(whole) }
                word = nil
                parts = 0
            } else {
                word = word ?? Word()
                if parts > 0 { word?.isPieced = true }
                word?.bytes.append(byte)
            }
            index += 1
        }
        if let whole = word { words.append(whole) }
        return words
    }

    // MARK: Options

    private static let takesValue: Set<String> = [
        "-o", "--output", "-w", "--write-out", "-m", "--max-time", "--connect-timeout", "-A", "--user-agent", "-e",
        "-b", "--cookie", "-x", "--proxy", "--cacert", "--resolve", "-u", "--user", "--aws-sigv4", "--region",
        "--service", "--profile", "--retry", "-F", "--form", "-E", "--cert", "--key", "-c", "--interface",
    ]

    private static func request(_ words: [Word]) -> ObservedRequest? {
        var method: String?
        var headers: [HeaderField] = []
        var body: ObservedRequest.Body = .none
        var url: ByteText?
        var rest = words.dropFirst()[...]
        while let word = rest.popFirst() {
            let name = ByteText(word.bytes).text
            switch name {
            case "-X", "--request": method = rest.popFirst().map { ByteText($0.bytes).text }
            case "-H", "--header":
                guard let field = rest.popFirst().flatMap({ header(ByteText($0.bytes)) }) else { continue }
                headers.append(field)
            case "-d", "--data", "--data-raw", "--data-binary", "--json", "--data-ascii":
                guard let value = rest.popFirst() else { continue }
                // A file, or quotes within quotes: the bytes that were sent are not shown.
                let isShown = !value.isPieced && value.bytes.first != UInt8(ascii: "@")
                body = isShown ? .whole(value.bytes) : .unknown
            case "--url": url = rest.popFirst().map { ByteText($0.bytes) }
            default:
                if takesValue.contains(name) {
                    _ = rest.popFirst()
                } else if !name.hasPrefix("-"), ByteText(word.bytes).contains("://") {
                    url = url ?? ByteText(word.bytes)
                }
            }
        }
        guard let url else { return nil }
        let parts = HTTPRequestLine.parts(of: url)
        var request = ObservedRequest(
            method: method ?? (body == .none ? "GET" : "POST"), target: Array(parts.target), headers: headers,
            host: parts.host)
        request.body = body
        return request
    }

    private static func header(_ text: ByteText) -> HeaderField? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
        return HeaderField(name: text[..<colon].text, bytes: Array(text[(colon + 1)...].trimmed))
    }
}
