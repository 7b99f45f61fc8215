import Codes
import Evidence

/// One way to recognise a cause: groups of words that stand together in the message, whatever their order.
struct CauseRule: Sendable {
    /// How much a match says.
    enum Strength: Int, Sendable {
        /// The words belong to this cause alone.
        case peculiar = 100
        /// They fit it, and little else.
        case fitting = 75
        /// They point to it among others.
        case hinting = 50
    }

    let strength: Strength

    /// These phrases must stand together in one message of the text (see ``WordText/has(all:none:)``).
    let all: [WordPhrase]

    /// None of these may stand in that message.
    let none: [WordPhrase]

    /// The error types that go with it; another one speaks against it.
    let types: [AWSErrorType]

    /// Causes that fit the same words: named after this one, because the text alone cannot tell.
    let also: [FindingCode]

    /// Words that belong to the cause alone.
    static func peculiar(
        _ all: WordPhrase..., none: [WordPhrase] = [], types: [AWSErrorType] = [], also: [FindingCode] = []
    ) -> CauseRule {
        CauseRule(strength: .peculiar, all: all, none: none, types: types, also: also)
    }

    /// Words that fit the cause, and little else.
    static func fitting(
        _ all: WordPhrase..., none: [WordPhrase] = [], types: [AWSErrorType] = [], also: [FindingCode] = []
    ) -> CauseRule {
        CauseRule(strength: .fitting, all: all, none: none, types: types, also: also)
    }

    /// Words that point to the cause among others.
    static func hinting(
        _ all: WordPhrase..., none: [WordPhrase] = [], types: [AWSErrorType] = [], also: [FindingCode] = []
    ) -> CauseRule {
        CauseRule(strength: .hinting, all: all, none: none, types: types, also: also)
    }

    /// How many words the rule has.
    var length: Int { all.reduce(0) { $0 + $1.count } }

    /// Whether an error type is one that goes with the rule.
    func goes(with typeKey: String) -> Bool { types.contains { $0.rawValue == typeKey } }

    /// How well the rule fits, or `nil` when its words are not there.
    ///
    /// - Parameter typeKey: The answer's type as ``AWSErrorType/key(_:)`` writes it: one that is not AWS's is another one, too.
    func score(_ words: WordText, typeKey: String?) -> Int? {
        guard words.has(all: all, none: none) else { return nil }
        var score = strength.rawValue + min(length, 12)
        if let typeKey, !types.isEmpty { score += goes(with: typeKey) ? 10 : -10 }
        return score
    }
}
