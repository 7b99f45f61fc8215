import WireText

/// Which calls a fault strikes.
struct FaultCondition: Sendable, Hashable {
    /// The model ids it strikes, with `*` and `?`; nil strikes all.
    var model: Wildcard?
    /// The operation it strikes; nil strikes both.
    var operation: Operation?
    /// The first of the matching calls that it strikes, from 1.
    var nth = 1
    /// How many calls it strikes; nil for all from then on.
    var times: Int?
    /// How likely it strikes each of them, above 0 and up to 1.
    var probability = 1.0
    /// Where the sequence of chances begins.
    var seed: UInt64 = 1

    /// The calls that faults are made for.
    enum Operation: String, Sendable, Hashable, CaseIterable {
        case converse
        case converseStream = "converse-stream"
    }

    /// Which calls it strikes and how often, in words.
    var words: [String] {
        [
            model.map { "calls of \($0)" },
            operation.map { $0 == .converse ? "Converse alone" : "ConverseStream alone" },
            nth > 1 ? "from matching call \(nth) on" : nil,
            times.map { $0 == 1 ? "once" : "\($0) times" },
            probability < 1 ? "with a chance of \(probability)" : nil,
        ].compactMap(\.self)
    }

    /// Whether a call is of the kind it strikes, whatever its number.
    func matches(model id: String, operation called: Operation) -> Bool {
        if let operation, operation != called { return false }
        return model?.matches(id) ?? true
    }
}
