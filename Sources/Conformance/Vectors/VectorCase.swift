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
