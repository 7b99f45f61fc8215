/// Reads a log, an exchange, or several, by asking every reader at every line that may begin what one of them knows.
enum LogInput {
    /// Those with a narrower form first.
    static let readers: [any LogReader.Type] = [
        CurlTraceReader.self, CurlVerboseReader.self, MinIOTraceReader.self, BotocoreReader.self, WireLogReader.self,
        PrintedRequestReader.self, CurlCommandReader.self, StainlessLogReader.self,
        HTTPMessageReader.self, FailureReader.self,
        CanonicalRequestReader.self,
    ]

    private static let marks = LineMarks(readers.flatMap { $0.marks })

    /// Whether a reader may find something at a line; of most lines of a log none does.
    static func mayConcernCall(_ line: ByteText, before: ByteText?) -> Bool {
        marks.isIn(line) || readers.contains { $0.mayBegin(line, below: before) }
    }

    /// Whether a call is no more than a line in which a server of somebody's own says what it was asked: the words around it
    /// tell more.
    private static func isAccessLine(_ exchange: ObservedExchange) -> Bool {
        guard let request = exchange.request, let response = exchange.response, exchange.signing.isEmpty else {
            return false
        }
        return request.host == nil && request.headers.isEmpty && request.body == .unknown && response.headers.isEmpty
            && response.body.isEmpty && response.events.isEmpty && RuntimePath(request.target) == nil
    }

    /// Without a dump of a request that ends before the headers of its signature, where the client shows what it signed: what a paste leaves
    /// out is not what did not arrive.
    private static func withoutPiece(_ exchange: ObservedExchange) -> ObservedExchange {
        guard let request = exchange.request, let signed = exchange.signing.canonicalRequest, exchange.response == nil,
            request.header("authorization") == nil, request.header("x-amz-date") == nil,
            !String(decoding: request.target, as: UTF8.self).contains("X-Amz-"),
            signed.split(separator: 0x0A).contains(where: { $0.starts(with: "x-amz-date:".utf8) })
        else { return exchange }
        var rest = exchange
        rest.request = nil
        return rest
    }

    /// The calls that the text shows; `nil` when no reader knows anything in it but a failure's own words.
    static func read(_ text: InputText) -> (kind: InputKind, exchanges: [ObservedExchange])? {
        var cursor = LogCursor(text)
        var assembler = ExchangeAssembler()
        while !cursor.isAtEnd {
            guard mayConcernCall(cursor.line, before: cursor.peek(-1)) else {
                cursor.advance()
                continue
            }
            let place = cursor.index
            let line = cursor.number
            for reader in readers {
                guard let events = reader.read(&cursor) else { continue }
                for event in events { assembler.add(event, line: line) }
                break
            }
            if cursor.index == place { cursor.advance() }
        }
        assembler.finish()
        var exchanges = assembler.exchanges.map(withoutPiece)
        EarlierAnswer.join(&exchanges, in: text)
        LaterLines.add(to: &exchanges, in: text)
        let hasCall = exchanges.contains {
            !isAccessLine($0) && ($0.request != nil || $0.response != nil || !$0.signing.isEmpty)
        }
        return hasCall ? (InputKind(of: text), exchanges) : nil
    }
}
