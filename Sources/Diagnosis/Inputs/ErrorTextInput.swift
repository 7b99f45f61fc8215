/// A text that shows no call: an error body, or what programs said of failures.
enum ErrorTextInput {
    /// A longer text is taken for the output of a program, of which single lines matter.
    private static let messageLines = 40

    /// No more failures are looked at, the last ones.
    private static let failureLimit = 400

    static func kind(_ text: InputText) -> InputKind {
        let first = text.bytes[...].trimmed.first
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<")
            ? .errorBody : .errorText
    }

    static func exchanges(_ text: InputText) -> [ObservedExchange] {
        let full = text.lines.filter { !$0.bytes.isBlank }
        if full.count <= messageLines || kind(text) == .errorBody {
            return [ObservedExchange(line: full.first?.number, message: text.bytes[...].trimmed.text)]
        }
        return failures(text)
    }

    /// The failures that a long output tells of: exceptions with their messages, and lines that speak of an error.
    private static func failures(_ text: InputText) -> [ObservedExchange] {
        var cursor = LogCursor(text)
        var found: [ObservedExchange] = []
        while !cursor.isAtEnd {
            let line = cursor.number
            if let events = FailureReader.read(&cursor) {
                for case .failure(let message) in events {
                    found.append(ObservedExchange(line: line, message: message))
                }
                continue
            }
            if speaksOfError(cursor.line) { found.append(ObservedExchange(line: line, message: cursor.line.text)) }
            cursor.advance()
        }
        if found.isEmpty {
            return [ObservedExchange(line: text.lines.first?.number, message: text.bytes[...].trimmed.text)]
        }
        return found.suffix(failureLimit)
    }

    private static func speaksOfError(_ line: ByteText) -> Bool {
        [
            "Exception", "rror", "ERROR", "denied", "not authorized", "rrorType", " 403", " 400", " 404", " 429",
            "hrottl",
        ]
        .contains { line.contains($0) }
    }
}
