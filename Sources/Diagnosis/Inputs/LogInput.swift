/// Reads a log, an exchange, or several, by asking every reader at every line.
enum LogInput {
    private static let readers: [any LogReader.Type] = [HTTPMessageReader.self]

    /// The calls that the text shows; `nil` when no reader knows anything in it.
    static func read(_ text: InputText) -> (kind: InputKind, exchanges: [ObservedExchange])? {
        var cursor = LogCursor(text)
        var assembler = ExchangeAssembler()
        var counts: [InputKind: Int] = [:]
        while !cursor.isAtEnd {
            let place = cursor.index
            let line = cursor.number
            for reader in readers {
                guard let events = reader.read(&cursor) else { continue }
                counts[reader.kind, default: 0] += 1
                for event in events { assembler.add(event, line: line) }
                break
            }
            if cursor.index == place { cursor.advance() }
        }
        assembler.finish()
        guard let kind = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) })?.key else {
            return nil
        }
        return assembler.exchanges.isEmpty ? nil : (kind, assembler.exchanges)
    }
}
