import Codes
import Evidence
import Report

/// What to do where a message says more than its cause: words that stand in it, and the remedies for those.
///
/// The cause is decided before; of several advices that fit, the first one speaks.
struct Advice: Sendable {
    /// The causes that it belongs to; empty for any.
    let codes: Set<FindingCode>
    /// Phrases that stand together in one message, as those of a ``CauseRule`` do, and phrases that must not stand in it.
    let all: [WordPhrase]
    let none: [WordPhrase]

    /// Empty where something that the advice needs is not there.
    let remedies: @Sendable (FailedCall) -> [Remedy]

    init(
        _ all: WordPhrase..., none: [WordPhrase] = [], for codes: FindingCode...,
        @ListBuilder<Remedy> remedies: @escaping @Sendable (FailedCall) -> [Remedy]
    ) {
        self.codes = Set(codes)
        self.all = all
        self.none = none
        self.remedies = remedies
    }

    init(_ all: WordPhrase..., none: [WordPhrase] = [], for codes: FindingCode..., say text: String) {
        self.codes = Set(codes)
        self.all = all
        self.none = none
        remedies = { _ in [Remedy(text)] }
    }

    static let all: [Advice] =
        emptied + guarded + mantle + spoken + tooLong + built + packages + told + programFaults + gateways + nested
        + clientOwn + routes + turns + client + agents + tls
        + addresses + network
        + signature
        + mediaRefused + request
        + conversation
        + access + busy

    /// The remedies of the first advice that fits; `nil` where none does.
    static func remedies(for code: FindingCode, _ call: FailedCall) -> [Remedy]? {
        for advice in all where advice.codes.isEmpty || advice.codes.contains(code) {
            guard call.words.has(all: advice.all, none: advice.none) else { continue }
            let remedies = advice.remedies(call)
            if !remedies.isEmpty { return remedies }
        }
        return nil
    }
}
