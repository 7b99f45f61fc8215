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

    /// What is looked at last, because what works makes it unlikely.
    let defers: Set<RemedySubject>
    let place: Place

    /// What to do, the likeliest first.
    let remedies: @Sendable (ContrastCase) -> [Remedy]

    init(
        _ dimensions: Set<Contrast.Dimension>, _ families: Set<CauseFamily>, rulesOut: Set<RemedySubject> = [],
        _ place: Place = .first, remedy: @escaping @Sendable (ContrastCase) -> Remedy
    ) {
        self.dimensions = dimensions
        self.families = families
        self.rulesOut = rulesOut
        self.place = place
        defers = []
        remedies = { [remedy($0)] }
    }

    init(
        _ dimensions: Set<Contrast.Dimension>, _ families: Set<CauseFamily>, rulesOut: Set<RemedySubject> = [],
        defers: Set<RemedySubject>, @ListBuilder<Remedy> remedies: @escaping @Sendable (ContrastCase) -> [Remedy]
    ) {
        self.dimensions = dimensions
        self.families = families
        self.rulesOut = rulesOut
        self.defers = defers
        self.remedies = remedies
        place = .first
    }

    /// The narrower before the wider.
    static let all = signatures + credentials + denials + requests + versions + projects + unnamed

    static func of(_ dimension: Contrast.Dimension, _ family: CauseFamily) -> ContrastAdvice? {
        all.first { $0.dimensions.contains(dimension) && $0.families.contains(family) }
    }
}
