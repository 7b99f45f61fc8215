/// What came of making a signature again with a secret at hand.
public enum Reproduction: String, Sendable, Hashable, CaseIterable {
    /// Nothing was tried: there is no secret, no signature of 32 bytes, or a token that was signed is not shown.
    case untried
    /// It is the signature that the secret gives for the request as it arrived.
    case right
    /// A known mistake gives it.
    case found
    /// No known mistake gives it.
    case failed
    /// Those of the known mistakes that could be tried within the budget do not give it.
    case unfinished
}
