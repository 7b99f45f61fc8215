public import SigV4

/// An authority for the certificates of test servers, made for one run and forgotten with it.
///
/// Its key is in this process's memory only. Who trusts the authority trusts this process, and nobody else, for as long as
/// it runs.
public final class CertificateAuthority: Sendable {
    private let key: PrivateKey
    private let certificate: Certificate
    private let validity: ClosedRange<Int64>

    /// How long certificates are valid before they are made, in seconds.
    ///
    /// A client's clock may be off, and a run may be long. Clients refuse a server's certificate that is valid for more than
    /// 398 days.
    private static let before: Int64 = 2 * 86_400
    private static let after: Int64 = 90 * 86_400

    /// Makes an authority.
    ///
    /// - Parameter now: The time by which clients judge whether a certificate is valid.
    /// - Throws: ``TLSSetupError`` when the system's libcrypto makes no key.
    public init(now: SigningTime) throws(TLSSetupError) {
        validity = (now.unixSeconds - Self.before)...(now.unixSeconds + Self.after)
        do {
            key = try PrivateKey()
            certificate = try CertificateMaker(validity: validity, subject: "doctor's authority of one run").authority(
                of: key)
        } catch {
            throw TLSSetupError(error)
        }
    }

    /// The certificate by which clients know what the authority has signed, as a PEM text.
    public var pem: [UInt8] { certificate.pem }

    /// Makes a certificate for names.
    ///
    /// - Throws: ``TLSSetupError`` when the system's libcrypto makes no certificate.
    public func identity(for names: [CertificateName]) throws(TLSSetupError) -> ServerIdentity {
        do {
            let own = try PrivateKey()
            let maker = CertificateMaker(validity: validity, subject: names.first?.text ?? "doctor")
            let server = try maker.server(of: own, for: names, by: certificate, with: key)
            return ServerIdentity(try TLSContext(server, chain: [], key: own))
        } catch {
            throw TLSSetupError(error)
        }
    }
}
