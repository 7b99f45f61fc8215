import Evidence
import Report

/// What follows from a contrast for a failure: what it rules out, and where the difference is to be looked for.
struct ContrastAdvice: Sendable {
    /// Where the advice stands among the remedies of the cause.
    enum Place: Sendable {
        /// Before all others, which know nothing of the difference.
        case first
        /// Behind the first, which is true whatever works elsewhere.
        case second
    }

    let dimensions: Set<Contrast.Dimension>
    let families: Set<CauseFamily>

    /// What need not be looked at any more.
    let rulesOut: Set<RemedySubject>
    let place: Place
    let remedy: @Sendable (ContrastCase) -> Remedy

    init(
        _ dimensions: Set<Contrast.Dimension>, _ families: Set<CauseFamily>, rulesOut: Set<RemedySubject> = [],
        _ place: Place = .first, remedy: @escaping @Sendable (ContrastCase) -> Remedy
    ) {
        self.dimensions = dimensions
        self.families = families
        self.rulesOut = rulesOut
        self.place = place
        self.remedy = remedy
    }

    /// The narrower before the wider.
    static let all = signatures + credentials + denials + requests + versions

    static func of(_ dimension: Contrast.Dimension, _ family: CauseFamily) -> ContrastAdvice? {
        all.first { $0.dimensions.contains(dimension) && $0.families.contains(family) }
    }
}
