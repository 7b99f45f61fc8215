/// How sure a finding is of the cause it names.
///
/// Ordered: `.possible < .likely < .certain < .proven`.
package enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
    /// One of several causes that fit.
    case possible

    /// The cause that fits best; another is conceivable.
    case likely

    /// Read directly from the facts.
    case certain

    /// The wrong result was reproduced from the cause.
    case proven

    package static func < (left: Confidence, right: Confidence) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .possible: 0
        case .likely: 1
        case .certain: 2
        case .proven: 3
        }
    }
}
