/// Lets a server be a client's forward proxy that forwards nothing: it answers for Bedrock's hosts itself.
///
/// A client whose endpoint cannot be changed is tested so, if it takes a proxy. `CONNECT` (RFC 9110, section 9.3.6) to such a
/// host makes a tunnel to the server itself, with a certificate for that host; every other host is refused.
public struct ForwardProxy: Sendable {
    /// What signs the certificates.
    public var authority: CertificateAuthority
    /// Hosts that are answered for besides Bedrock's and those of STS in the server's regions.
    public var names: [CertificateName]

    /// - Parameters:
    ///   - authority: What signs the certificates; clients must trust it.
    ///   - names: Hosts that are answered for besides Bedrock's and those of STS.
    public init(authority: CertificateAuthority, names: [CertificateName] = []) {
        self.authority = authority
        self.names = names
    }
}
