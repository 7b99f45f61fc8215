import JSONText
import MockBedrock
import SigV4

extension Scenario {
    /// What the server of a scenario shows over TLS, to a client that is told which authority it may trust.
    package enum ServerIdentityKind: String, Sendable, Hashable, CaseIterable {
        /// A certificate of that authority, for the address that is called.
        case trusted
        /// One of another authority.
        case unknownAuthority = "unknown-authority"
        /// One of that authority, for another name.
        case otherName = "other-name"
        /// One of that authority whose time is over.
        case expired
    }

    /// The version of HTTP that a client is told to speak.
    package enum HTTPVersion: String, Sendable, Hashable, CaseIterable {
        case http2 = "2"
    }
}

/// A server's certificate, made for one run of a scenario, and what its client is given to judge it by.
struct ScenarioTLS {
    let identity: ServerIdentity
    /// The authority that the client may trust, as a PEM text.
    let bundle: String

    /// Longer ago than any certificate of ours is valid.
    private static let past: Int64 = -200 * 86_400

    /// - Throws: `TLSSetupError` when the system's libcrypto makes no certificate.
    init(_ kind: Scenario.ServerIdentityKind, now: SigningTime) throws(TLSSetupError) {
        let trusted = try CertificateAuthority(now: kind == .expired ? now.advanced(bySeconds: Self.past) : now)
        let signing = kind == .unknownAuthority ? try CertificateAuthority(now: now) : trusted
        let names = kind == .otherName ? [try CertificateName("bedrock.example")] : CertificateName.loopback
        identity = try signing.identity(for: names)
        bundle = String(decoding: trusted.pem, as: UTF8.self)
    }
}
