/// How a cause of a wrong signature comes to light; where there are several ways, the one that proves most.
package enum SignatureProof: Sendable, Hashable {
    /// The mistake is made again, and gives the signature or the client's text: proof.
    case reproduced
    /// The request shows it as it stands.
    case read
    /// Two accounts of the request, or two requests of one exchange, have to be compared.
    case compared
    /// No bytes of the request show it: what a program can say, and why no more.
    case inferred(String)

    /// How sure a finding can be, as the page says it.
    package var sentence: String {
        switch self {
        case .reproduced:
            """
            With the secret at hand, the mistake is made again until the client's own signature comes out: `proven`. \
            Without it, the texts that were signed and expected are compared.
            """
        case .read: "The request alone shows it: `certain`."
        case .compared: "One account does not show it: the request, the client's texts and the server's are compared."
        case .inferred(let reason): "How far it can be proven: " + reason
        }
    }
}
