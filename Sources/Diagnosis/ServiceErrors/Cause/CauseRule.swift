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

    /// Who must have said the words.
    enum Speaker: Sendable {
        /// Whoever it was: nobody else says this.
        case anyone
        /// AWS: operating systems, runtimes and other services use the same words of their own affairs.
        case service

        /// Who said what an answer holds: AWS, where a type of its own stands beside, or an answer's own status of a refusal.
        init(_ read: ReadAnswer) {
            let isTyped = read.errorType.map(ErrorTypeName.isFromAWS) ?? false
            let isRefusal = read.hasToldStatus && read.messageKey != nil && [400, 403].contains(read.status)
            self = isTyped || isRefusal ? .service : .anyone
        }
    }

    let strength: Strength

    /// Who must have said it for the rule to fit.
    private(set) var speaker = Speaker.anyone

    /// Whether the phrases must stand in one sentence: people write the same words of what they did.
    private(set) var isOneSentence = false

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

    /// The same words, which count only where AWS has said them.
    func said(by speaker: Speaker) -> CauseRule {
        var rule = self
        rule.speaker = speaker
        return rule
    }

    /// The same words, which count only in one sentence.
    func inOneSentence() -> CauseRule {
        var rule = self
        rule.isOneSentence = true
        return rule
    }

    /// How many words the rule has.
    var length: Int { all.reduce(0) { $0 + $1.count } }

    /// Whether an error type is one that goes with the rule.
    func goes(with typeKey: String) -> Bool { types.contains { $0.rawValue == typeKey } }

    /// How well the rule fits, or `nil` when its words are not there.
    ///
    /// - Parameters:
    ///   - typeKey: The answer's type as ``AWSErrorType/key(_:)`` writes it: one that is not AWS's is another one, too.
    ///   - author: Who said the words.
    func score(_ words: WordText, typeKey: String?, by author: Speaker) -> Int? {
        guard speaker == .anyone || author == .service else { return nil }
        guard words.has(all: all, none: none, isOneSentence: isOneSentence) else { return nil }
        var score = strength.rawValue + min(length, 12)
        if let typeKey, !types.isEmpty { score += goes(with: typeKey) ? 10 : -10 }
        return score
    }
}
