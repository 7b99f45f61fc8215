import WireText

/// Output of `curl -v`: `> ` before what was sent, `< ` before what came, `* ` before curl's own words.
struct CurlVerboseReader: LogReader {
    static let marks = ["HTTP/"]

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        let line = cursor.line
        if let text = stripped(line, UInt8(ascii: ">")), HTTPRequestLine(text) != nil {
            return request(&cursor)
        }
        if let text = stripped(line, UInt8(ascii: "<")), HTTPStatusLine(text) != nil {
            return response(&cursor)
        }
        return nil
    }

    /// The line behind its mark; `nil` when it has another.
    private static func stripped(_ line: ByteText, _ mark: UInt8) -> ByteText? {
        guard line.first == mark else { return nil }
        let rest = line.dropFirst()
        return rest.first == 0x20 ? rest.dropFirst() : rest
    }

    /// The lines with this mark, as one head; curl's own words between them are passed over.
    private static func head(_ cursor: inout LogCursor, _ mark: UInt8) -> [UInt8] {
        var text: [UInt8] = []
        while !cursor.isAtEnd {
            if let line = stripped(cursor.line, mark) {
                text += Array(line) + [0x0A]
                cursor.advance()
                if line.isBlank { break }
            } else if cursor.line.hasPrefix("* ") || cursor.line.hasPrefix("} [") || cursor.line.hasPrefix("{ [") {
                cursor.advance()
            } else {
                break
            }
        }
        return text
    }

    private static func request(_ cursor: inout LogCursor) -> [LogEvent] {
        let text = head(&cursor, UInt8(ascii: ">"))
        return HTTPMessageReader.events(in: text).map { event in
            guard case .request(var request) = event else { return event }
            // curl does not show what it sends after the head.
            let length = request.header("content-length")
            let isChunked = request.header("transfer-encoding") != nil
            request.body = (length == nil || length == "0") && !isChunked ? .none : .unknown
            return .request(request)
        }
    }

    private static func response(_ cursor: inout LogCursor) -> [LogEvent] {
        var text = head(&cursor, UInt8(ascii: "<"))
        while !cursor.isAtEnd {
            let line = cursor.line
            if stripped(line, UInt8(ascii: ">")).flatMap({ HTTPRequestLine($0) }) != nil { break }
            if stripped(line, UInt8(ascii: "<")).flatMap({ HTTPStatusLine($0) }) != nil { break }
            if HTTPStatusLine(line) != nil || HTTPRequestLine(line) != nil { break }
            let whole = cursor.wholeLine
            cursor.advance()
            if isOwnWord(line) { continue }
            // A body without a line end has curl's next word behind it.
            let cut = ["* Connection #", "* Closing connection", "* Leftovers"].compactMap { line.range(of: $0) }
                .map(\.lowerBound).min()
            text += cut.map { Array(line[..<$0]) } ?? Array(whole)
        }
        return HTTPMessageReader.events(in: text)
    }

    /// What curl says itself: `* text`, `{ [670 bytes data]`, `} [56 bytes data]`, and the progress meter.
    private static func isOwnWord(_ line: ByteText) -> Bool {
        if line.hasPrefix("* ") || line.hasPrefix("  % Total")
            || line.hasPrefix("                                 Dload")
        {
            return true
        }
        if line.hasPrefix("{ [") || line.hasPrefix("} [") { return line.contains("bytes data]") }
        return line.contains("--:--:--") && line.contains("0")
    }
}
