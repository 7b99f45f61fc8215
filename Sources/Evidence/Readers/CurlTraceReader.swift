import WireText

/// Output of `curl --trace` and `--trace-ascii`: sections of numbered rows.
///
/// The rows of `--trace` are bytes in hexadecimal and lose nothing. `--trace-ascii` breaks rows at CR LF and writes a dot
/// for every byte that is not printable ASCII; the numbers tell how many bytes lie between two rows.
struct CurlTraceReader: LogReader {
    static let marks = ["=> Send ", "<= Recv "]

    private enum Section {
        case sentHead
        case sentData
        case receivedHead
        case receivedData
        case other
    }

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        guard let first = section(cursor.line), first == .sentHead || first == .receivedHead else { return nil }
        let isRequest = first == .sentHead
        var head: [UInt8] = []
        var body: [UInt8] = []
        var hasData = false
        var isExact = true
        while !cursor.isAtEnd, let section = section(cursor.line) {
            // The other side speaks: this message has ended.
            if isRequest, section == .receivedHead || section == .receivedData { break }
            if !isRequest, section == .sentHead || section == .sentData { break }
            if section == .receivedHead, hasData { break }
            let announced = size(cursor.line)
            cursor.advance()
            var rows = CurlTraceRows.read(&cursor)
            rows.end(at: announced)
            switch section {
            case .sentHead, .receivedHead: head += rows.bytes
            case .sentData, .receivedData:
                body += rows.bytes
                hasData = true
                isExact = isExact && rows.isExact
            case .other: break
            }
            if !isRequest { passBody(&cursor) }
        }
        return HTTPMessageReader.events(in: head + [0x0D, 0x0A]).map { event in
            switch event {
            case .request(var request):
                let announced = request.header("content-length").flatMap { Int($0) }
                if request.header("transfer-encoding") != nil { body = ChunkedBody.decoded(body[...]) ?? body }
                if body.isEmpty, announced == nil || announced == 0 {
                    request.body = .none
                } else {
                    let isWhole = announced.map { $0 == body.count } ?? true
                    request.body = isWhole ? (isExact ? .whole(body) : .likely(body)) : .unknown
                }
                return .request(request)
            case .response(var response):
                response.body =
                    response.header("transfer-encoding") == nil
                    ? body : ChunkedBody.decoded(body[...]) ?? body
                response.isExact = isExact
                return .response(response)
            default: return event
            }
        }
    }

    /// No piece of a body that curl wrote between its sections has more lines.
    private static let mixedLines = 64

    /// Passes over a body that went to the same terminal or file, when the answer goes on behind it.
    private static func passBody(_ cursor: inout LogCursor) {
        for offset in 0..<mixedLines {
            guard let line = cursor.peek(offset) else { return }
            guard let section = section(line) else { continue }
            if section == .receivedData || section == .receivedHead { cursor.advance(offset) }
            return
        }
    }

    /// The section that a line begins, behind a time and the numbers of transfer and connection if they are there.
    private static func section(_ line: ByteText) -> Section? {
        // A body without a line break at its end, written between the sections, has the next one behind it.
        guard
            let arrow = line.prefix(64).range(of: "=> Send ") ?? line.prefix(64).range(of: "<= Recv ")
                ?? line.prefix(64).range(of: "== Info:") ?? line.suffix(48).range(of: "<= Recv data, ")
        else { return nil }
        let text = line[arrow.lowerBound...]
        if text.hasPrefix("=> Send header") { return .sentHead }
        if text.hasPrefix("=> Send data") { return .sentData }
        if text.hasPrefix("<= Recv header") { return .receivedHead }
        if text.hasPrefix("<= Recv data") { return .receivedData }
        return .other
    }

    /// The size in `=> Send header, 426 bytes (0x1aa)`.
    private static func size(_ line: ByteText) -> Int? {
        (line.range(of: " data, ") ?? line.range(of: " header, ")).map { line[$0.upperBound...] }.flatMap { rest in
            Int(rest.prefix { $0.isDigit }.text)
        }
    }
}
