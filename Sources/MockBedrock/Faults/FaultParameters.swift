import WireText

/// The parameters of a rule, read by name with checks.
struct FaultParameters {
    private let values: [String: String]
    private let kind: FaultKind
    private let text: String

    init(_ values: [String: String], kind: FaultKind, text: String) {
        self.values = values
        self.kind = kind
        self.text = text
    }

    func error(_ message: String) -> FaultRuleError { FaultRuleError(text: text, message: message) }

    /// The text of a parameter; nil if it is not given.
    func string(_ name: String) throws(FaultRuleError) -> String? {
        guard let value = values[name] else { return nil }
        guard !value.isEmpty else { throw error("\(name) has no value.") }
        return value
    }

    /// A whole number within bounds; nil if it is not given.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(FaultRuleError) -> Int? {
        guard let value = try string(name) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw error(
                "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), found \"\(value)\".")
        }
        return number
    }

    /// Milliseconds up to an hour.
    func milliseconds(_ name: String) throws(FaultRuleError) -> Duration? {
        try integer(name, in: 0...3_600_000).map { .milliseconds($0) }
    }

    /// One of a few words; nil if it is not given.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(FaultRuleError) -> Choice? {
        guard let value = try string(name) else { return nil }
        if let choice = Choice(rawValue: value) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        throw unknown(value, of: name, among: words)
    }

    /// Where in a stream the fault strikes: `after=N` or `event=NAME`, by default behind the first event.
    func place() throws(FaultRuleError) -> EventPlace {
        let after = try events("after")
        guard let event = try string("event") else { return .after(after ?? 1) }
        guard after == nil else { throw error("after and event exclude each other: give one place.") }
        let known = FaultKind.eventTypes
        guard known.contains(event) else { throw unknown(event, of: "event", among: known) }
        return .event(event)
    }

    private func unknown(_ word: String, of name: String, among known: [String]) -> FaultRuleError {
        let hint = FaultRuleError.hint(word, among: known)
        return error("there is no \(name) \"\(word)\"\(hint) It is one of \(known.joined(separator: ", ")).")
    }

    /// A number of events.
    func events(_ name: String) throws(FaultRuleError) -> Int? { try integer(name, in: 0...1_000_000) }
}

extension FaultCondition {
    /// What every kind takes.
    static let parameters = [
        FaultKind.Parameter("model", "ID", "only calls of this model id or ARN; with * and ? it is a pattern"),
        FaultKind.Parameter("operation", "converse|converse-stream", "only calls of this operation"),
        FaultKind.Parameter("nth", "N", "begin with the Nth of the matching calls (1)"),
        FaultKind.Parameter("times", "N", "strike so many calls (with nth 1, else all)"),
        FaultKind.Parameter("probability", "P", "strike each of them with this chance, above 0 and up to 1 (1)"),
        FaultKind.Parameter("seed", "N", "begin the sequence of chances here (1)"),
    ]

    /// Reads the condition of a rule.
    init(_ parameters: inout FaultParameters, of kind: FaultKind) throws(FaultRuleError) {
        model = try parameters.string("model").map { Wildcard($0) }
        operation = try parameters.choice("operation")
        let first = try parameters.integer("nth", in: 1...1_000_000_000)
        nth = first ?? 1
        times = try parameters.integer("times", in: 1...1_000_000_000) ?? (first == nil ? nil : 1)
        if let value = try parameters.string("probability") {
            guard let number = Double(value), number > 0, number <= 1 else {
                throw parameters.error("probability takes a number above 0 and up to 1, found \"\(value)\".")
            }
            probability = number
        }
        if let value = try parameters.string("seed") {
            guard let number = UInt64(value) else {
                throw parameters.error("seed takes a whole number from 0, found \"\(value)\".")
            }
            seed = number
        }
        if kind.scope == .streams {
            guard operation != .converse else {
                throw parameters.error("\(kind.name) is a fault of streams: leave operation out.")
            }
            operation = .converseStream
        }
    }
}
