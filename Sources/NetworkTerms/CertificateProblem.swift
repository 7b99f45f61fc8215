/// Why a server's certificate was not trusted.
public enum CertificateProblem: Sendable, Hashable {
    /// Its validity has ended, or the local clock is ahead.
    case expired
    /// Its validity has not begun, or the local clock is behind.
    case notYetValid
    /// It is signed by itself, or the chain ends in an unknown root: often a proxy that inspects TLS.
    case selfSigned
    /// The issuer is not among the trusted authorities.
    case unknownIssuer
    /// It was issued for another name.
    case wrongHost
    /// It was revoked.
    case revoked
    /// Anything else; the error's message has the TLS library's words.
    case other
}
