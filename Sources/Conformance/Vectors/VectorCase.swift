/// One case, of either kind.
package enum VectorCase: Sendable {
    case signing(SigningCase)
    case verification(VerificationCase)

    /// The stable name of the case.
    package var id: String {
        switch self {
        case .signing(let signing): signing.id
        case .verification(let verification): verification.id
        }
    }
}

/// The first stage of a case that went wrong, and how.
struct CaseFault: Sendable, Hashable {
    var stage: String
    var message: String

    init(_ stage: String, _ message: String, comment: String?) {
        self.stage = stage
        self.message = comment.map { "\(message)\n  about: \($0)" } ?? message
    }
}
