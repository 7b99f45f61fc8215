/// What a program printed of a failure in its own way: `print(error)`, or a record of its logger, without an exception's name
/// at the beginning of a line.
///
/// Only a call that the log leaves open is looked at.
enum LaterLines {
    /// The lines behind a call that are looked at, the last ones.
    private static let lineLimit = 200

    /// The calls that are looked at, the last ones.
    private static let callLimit = 50

    /// Gives open calls the lines behind them that may speak of their failure.
    static func add(to exchanges: inout [ObservedExchange], in text: InputText) {
        var end = text.lines.count
        for index in exchanges.indices.reversed().prefix(callLimit) {
            let start = exchanges[index].line.flatMap { number in Self.index(of: number, in: text.lines) } ?? end
            defer { end = min(start, end) }
            let exchange = exchanges[index]
            guard exchange.request != nil || !exchange.signing.isEmpty, exchange.message == nil, start < end,
                exchange.response?.status == nil || exchange.succeeded, exchange.response?.body.isEmpty ?? true
            else { continue }
            // Of a call of which only the signing is shown, the refusal may stand above.
            let isSigningAlone = index == 0 && exchange.request == nil && exchange.response == nil
            let lines = text.lines[(isSigningAlone ? max(0, start - lineLimit) : start)..<end].suffix(2 * lineLimit)
            exchanges[index].laterLines = lines.filter { mayTellOfFailure($0.bytes, isAnswered: exchange.succeeded) }
                .map(\.bytes.text)
        }
    }

    /// The first line with this number or a higher one: they never fall.
    private static func index(of number: Int, in lines: InputLines) -> Int? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines.number(at: middle) < number { low = middle + 1 } else { high = middle }
        }
        return low < lines.count ? low : nil
    }

    private static func mayTellOfFailure(_ line: ByteText, isAnswered: Bool) -> Bool {
        guard line.count < 4_000, line.contains(0x20) else { return false }
        let head = line.prefix(100)
        let isSpoken = ["rror", "ERROR", "xception", "ailed", "ailure", "WARN", "CRITICAL"].contains {
            head.contains($0)
        }
        // After a good answer, a line may be the model's own words.
        return isSpoken || !isAnswered && (!LogRecord.begins(line) || showsBody(line))
    }

    /// Whether a record ends in a body of an error, as JSON or XML.
    private static func showsBody(_ line: ByteText) -> Bool {
        guard let last = line.trimmed.last, last == UInt8(ascii: "}") || last == UInt8(ascii: ">") else { return false }
        return ["\"message\"", "\"Message\"", "\"__type\"", "<Message>"].contains { line.contains($0) }
    }
}
