import WireText

/// A text that shows no call: an error body, or what programs said of failures.
struct ErrorTextInput {
    /// A longer text is taken for the output of a program, of which single lines matter.
    private static let messageLines = 40

    /// No more failures are looked at, the last ones.
    private static let failureLimit = 2_000

    let kind: InputKind
    let exchanges: [ObservedExchange]
    let otherReading: ReadInput.OtherReading?

    init(_ text: InputText) {
        kind = Self.kind(text)
        if Self.isDebugLog(text) {
            // What a library notes on its way is not a failure: without one by name, the log shows none.
            let named = NamedFailures.exchanges(in: text)
            exchanges =
                named.isEmpty
                ? [ObservedExchange(line: text.lines.first?.number)] : named.suffix(Self.failureLimit)
            // The program that used the library may say in its own words that it failed, and so may a reporter who shows a few of its lines.
            let errors = named.isEmpty ? Self.errors(text) : []
            let found = errors.isEmpty ? Self.attempts(text) : errors
            otherReading = named.isEmpty ? .lines(found.isEmpty ? Self.outside(text) : found) : nil
            return
        }
        let full = text.lines.lazy.filter { !$0.bytes.isBlank }
        let whole = text.bytes[...].trimmed.text
        if full.prefix(Self.messageLines + 1).count <= Self.messageLines || kind == .errorBody {
            exchanges = [ObservedExchange(line: full.first?.number, message: whole)]
            otherReading = Self.severally(text, kind)
            return
        }
        let named = NamedFailures.exchanges(in: text)
        if !named.isEmpty {
            exchanges = named.suffix(Self.failureLimit)
            otherReading = .beside(Self.unnamed(text, beside: named))
            return
        }
        exchanges = [ObservedExchange(line: text.lines.first?.number, message: whole)]
        otherReading = .lines(Self.lines(text))
    }

    /// Whether a verbose client wrote the text: records of its own, of which it made many.
    private static func isDebugLog(_ text: InputText) -> Bool {
        let records = text.lines.prefix(200).filter {
            LogRecord.begins($0.bytes) && ["DEBUG", "TRACE"].contains(where: $0.bytes.prefix(160).contains)
        }
        return records.count >= 3
    }

    private static func kind(_ text: InputText) -> InputKind {
        if isDebugLog(text) { return InputKind(of: text) }
        let first = text.bytes[...].trimmed.first
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<")
            ? .errorBody : .errorText
    }

    /// The reading of a short text as several failures: the first that its form allows is taken, and none is made beside it.
    private static func severally(_ text: InputText, _ kind: InputKind) -> ReadInput.OtherReading? {
        if kind == .errorText {
            if let apart = apart(text) { return .apart(apart) }
            if let records = records(text) { return .records(records) }
        }
        let listed = ListedFailures.exchanges(in: text)
        return listed.isEmpty ? nil : .listed(listed)
    }

    /// The failures that a text names one below the other from its first line on, without warnings beside them; `nil` when it
    /// does not name several.
    private static func apart(_ text: InputText) -> [ObservedExchange]? {
        let named = NamedFailures.exchanges(in: text)
        guard named.count > 1, named.first?.line == text.lines.first(where: { !$0.bytes.isBlank })?.number else {
            return nil
        }
        // A warning is not an answer where an error stands beside it.
        let errors = named.filter { failure in
            guard let line = text.lines.first(where: { $0.number == failure.line }) else { return true }
            return !(LogRecord.begins(line.bytes) && LogRecord.isWarning(line.bytes))
        }
        return errors.isEmpty ? named : errors
    }

    /// The records of a short log that speak of an error, each with the lines below it; `nil` when the text is not a log.
    private static func records(_ text: InputText) -> [ObservedExchange]? {
        var found: [(line: Int, bytes: [UInt8])] = []
        for line in text.lines where !line.bytes.isBlank {
            if LogRecord.begins(line.bytes) {
                found.append((line.number, Array(line.bytes)))
            } else if !found.isEmpty {
                found[found.count - 1].bytes += [0x0A] + Array(line.bytes)
            } else {
                return nil
            }
        }
        guard found.count > 1 else { return nil }
        let failed = found.filter { speaksOfError(ByteText($0.bytes)) }
        let errors = failed.filter { !LogRecord.isWarning(ByteText($0.bytes)) }
        return (errors.isEmpty ? failed : errors).map {
            ObservedExchange(line: $0.line, message: ByteText($0.bytes).trimmed.text)
        }
    }

    /// The lines of a long output that speak of an error, the last ones.
    private static func lines(_ text: InputText) -> [ObservedExchange] {
        let lines = text.lines.reversed().lazy.filter { speaksOfError($0.bytes) }.prefix(failureLimit)
        return lines.map { ObservedExchange(line: $0.number, message: $0.bytes.text) }.reversed()
    }

    /// The records of a debug log that are of an error by their level, and those in which a tool shows the service's answer.
    private static func errors(_ text: InputText) -> [ObservedExchange] {
        var found: [(line: Int, bytes: [UInt8])] = []
        var isWithin = false
        for line in text.lines {
            let begins = LogRecord.begins(line.bytes)
            let isError =
                line.bytes.contains("ErrorXML: ")
                || begins && ["ERROR", "FATAL", "CRITICAL", "[error]"].contains(where: line.bytes.prefix(120).contains)
            if isError {
                found.append((line.number, Array(line.bytes)))
                isWithin = begins
            } else if begins || line.bytes.isBlank {
                isWithin = false
            } else if isWithin, found[found.count - 1].bytes.count < recordLimit {
                // A terminal or an issue broke the record.
                found[found.count - 1].bytes += [0x0A] + Array(line.bytes)
            } else if line.bytes.first != 0x20, line.bytes.first != 0x09, isPrinted(line.bytes) {
                // The program printed it, past its logger.
                found.append((line.number, Array(line.bytes)))
                isWithin = false
            }
        }
        return found.suffix(failureLimit).map {
            ObservedExchange(line: $0.line, message: ByteText($0.bytes).trimmed.text)
        }
    }

    /// The records of a debug log that tell of a refusal by AWS in passing: all that there is where no record is of an error.
    private static func attempts(_ text: InputText) -> [ObservedExchange] {
        let found = text.lines.filter { line in
            guard LogRecord.begins(line.bytes), let mark = line.bytes.range(of: "Exception: ") else { return false }
            let name = line.bytes[..<mark.lowerBound].reversed().prefix { $0.isLetter || $0.isDigit }.reversed()
            return ErrorTypeName.isFromAWS(ByteText(Array(name)).text + "Exception")
        }
        return found.suffix(failureLimit).map { line in
            let start = line.bytes.range(of: "Exception: ").map { mark in
                mark.lowerBound - line.bytes[..<mark.lowerBound].reversed().prefix { $0.isLetter || $0.isDigit }.count
            }
            return ObservedExchange(
                line: line.number, message: line.bytes[(start ?? line.bytes.startIndex)...].trimmed.text)
        }
    }

    /// What a reporter wrote around the records of a log, as one text; empty where the log begins at once.
    private static func outside(_ text: InputText) -> [ObservedExchange] {
        guard let first = text.lines.first(where: { !$0.bytes.isBlank }), !LogRecord.begins(first.bytes) else {
            return []
        }
        var bytes: [UInt8] = []
        for line in text.lines where !LogRecord.begins(line.bytes) && bytes.count < recordLimit {
            bytes += Array(line.bytes) + [0x0A]
        }
        return [ObservedExchange(line: first.number, message: ByteText(bytes).trimmed.text)]
    }

    /// Whether a line that is no record tells of a failure: `Error: ...`, Rust's `Err(...)`, a body with a message.
    private static func isPrinted(_ line: ByteText) -> Bool {
        speaksOfError(line) || line.hasPrefix("Err(") || line.hasPrefix("{") && line.contains("essage\"")
    }

    /// A record of an error has no more bytes that tell.
    private static let recordLimit = 8_192

    /// The records of a long output that are not warnings and speak of a failure without a name, the last ones.
    private static func unnamed(_ text: InputText, beside named: [ObservedExchange]) -> [ObservedExchange] {
        let taken = Set(named.compactMap(\.line))
        let lines = text.lines.reversed().lazy.filter { line in
            LogRecord.begins(line.bytes) && !LogRecord.isWarning(line.bytes) && !taken.contains(line.number)
                && ["rror", "ERROR", "ailed", "FATAL"].contains { line.bytes.contains($0) }
        }
        return lines.prefix(failureLimit).map { ObservedExchange(line: $0.number, message: $0.bytes.text) }.reversed()
    }

    private static func speaksOfError(_ line: ByteText) -> Bool {
        [
            "Exception", "rror", "ERROR", "denied", "not authorized", "rrorType", " 403", " 400", " 404", " 429",
            "hrottl",
        ]
        .contains { line.contains($0) }
    }
}
