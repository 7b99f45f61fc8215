/// A text that shows no call: an error body, or what programs said of failures.
enum ErrorTextInput {
    /// A longer text is taken for the output of a program, of which single lines matter.
    private static let messageLines = 40

    /// No more failures are looked at, the last ones.
    private static let failureLimit = 2_000

    /// Whether a client wrote the text while it was told to be verbose: records of its own, of which it made many.
    private static func isDebugLog(_ text: InputText) -> Bool {
        let records = text.lines.prefix(200).filter {
            LogRecord.begins($0.bytes) && ["DEBUG", "TRACE"].contains(where: $0.bytes.prefix(160).contains)
        }
        return records.count >= 3
    }

    static func kind(_ text: InputText) -> InputKind {
        if isDebugLog(text) { return InputKindMarks.kind(of: text) }
        let first = text.bytes[...].trimmed.first
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<")
            ? .errorBody : .errorText
    }

    static func exchanges(_ text: InputText) -> [ObservedExchange] {
        if isDebugLog(text) {
            // What a library notes on its way is no failure: without one by name, the log shows none.
            let named = NamedFailures.exchanges(in: text)
            return named.isEmpty ? [ObservedExchange(line: text.lines.first?.number)] : named.suffix(failureLimit)
        }
        let full = text.lines.lazy.filter { !$0.bytes.isBlank }
        if full.prefix(messageLines + 1).count <= messageLines || kind(text) == .errorBody {
            let pasted = separate(text)
            return pasted.isEmpty
                ? [ObservedExchange(line: full.first?.number, message: text.bytes[...].trimmed.text)] : pasted
        }
        return failures(text)
    }

    /// Several failures pasted one below the other; empty when the text is one, with whatever follows its first line.
    private static func separate(_ text: InputText) -> [ObservedExchange] {
        let named = NamedFailures.exchanges(in: text)
        guard named.count > 1, kind(text) == .errorText,
            named.first?.line == text.lines.first(where: { !$0.bytes.isBlank })?.number
        else { return [] }
        let codes = named.map { ErrorDiagnosis(ServiceAnswer(content: .message($0.message ?? ""))).code }
        return Set(codes).count > 1 && !codes.contains(ErrorDiagnosis.unknownCode) ? named : []
    }

    /// The failures that a long output tells of: exceptions with their messages, and lines that speak of an error.
    private static func failures(_ text: InputText) -> [ObservedExchange] {
        let named = NamedFailures.exchanges(in: text)
        if !named.isEmpty { return named.suffix(failureLimit) }
        var known: [String: Bool] = [:]
        // Of lines without a name those count that say something known: any text has lines about errors.
        let told = Array(text.lines.reversed().lazy.filter { speaksOfError($0.bytes) }.prefix(failureLimit))
        let found = told.reversed().map { ObservedExchange(line: $0.number, message: $0.bytes.text) }.filter {
            isKnown($0.message ?? "", &known)
        }
        return found.isEmpty
            ? [ObservedExchange(line: text.lines.first?.number, message: text.bytes[...].trimmed.text)] : found
    }

    /// Whether a line says something known; a program says the same again and again.
    private static func isKnown(_ line: String, _ known: inout [String: Bool]) -> Bool {
        if let answer = known[line] { return answer }
        let answer = !ErrorDiagnosis(ServiceAnswer(content: .message(line))).candidates.isEmpty
        known[line] = answer
        return answer
    }

    private static func speaksOfError(_ line: ByteText) -> Bool {
        [
            "Exception", "rror", "ERROR", "denied", "not authorized", "rrorType", " 403", " 400", " 404", " 429",
            "hrottl",
        ]
        .contains { line.contains($0) }
    }
}
