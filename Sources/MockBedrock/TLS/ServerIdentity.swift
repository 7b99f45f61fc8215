/// What a server shows of itself over TLS: a certificate, and the proof that it has the key.
///
/// It speaks TLS 1.2 and 1.3, and offers `h2` and `http/1.1` (RFC 7301).
public struct ServerIdentity: Sendable {
    let context: TLSContext
    /// What the certificate is; nil for one that was made here.
    let given: GivenCertificate?

    init(_ context: TLSContext) {
        self.context = context
        given = nil
    }

    /// What clients will refuse the certificate for, whatever they trust; empty for a good one.
    public var warnings: [String] {
        let certificate = context.certificate
        if certificate.isOver {
            return [
                "the certificate has expired, and clients refuse it: renew it, or leave --tls-certificate out, and --tls makes "
                    + "one for this run"
            ]
        }
        return certificate.isAhead
            ? ["the certificate is not valid yet by this machine's clock, and clients refuse it: see date -u"] : []
    }

    /// Reads a certificate and its key from PEM texts.
    ///
    /// - Parameters:
    ///   - certificate: The server's certificate, and behind it what leads to an authority.
    ///   - key: Its private key, without a password.
    /// - Throws: ``TLSSetupError`` that says which of the two cannot be used, and why.
    public init(certificate: [UInt8], key: [UInt8]) throws(TLSSetupError) {
        let certificates: [Certificate]
        do {
            certificates = try Certificate.all(inPEM: certificate)
        } catch {
            throw TLSSetupError(.certificate, "holds a certificate that cannot be read: \(error.text)")
        }
        guard let own = certificates.first else {
            throw TLSSetupError(
                .certificate,
                "holds no certificate in PEM: expected a block that begins with -----BEGIN CERTIFICATE-----")
        }
        let secret: PrivateKey
        do {
            secret = try PrivateKey(pem: key)
        } catch {
            if Self.isEncrypted(key) {
                throw TLSSetupError(
                    .key,
                    "holds a private key that is encrypted, and there is no way to give its password here: write it without "
                        + "one, with `openssl pkey -in KEY -out PLAIN`, and give PLAIN")
            }
            throw TLSSetupError(
                .key,
                "holds no private key in PEM that can be read (\(error.text)): expected a block such as "
                    + "-----BEGIN PRIVATE KEY-----, without a password")
        }
        guard own.fits(secret) else { throw Self.stranger(secret, among: certificates) }
        given = certificates.count > 1 ? .chain : own.isSelfSigned ? .selfSigned : .alone
        do {
            context = try TLSContext(own, chain: Array(certificates.dropFirst()), key: secret)
        } catch {
            switch error.kind {
            case .smallKey:
                throw TLSSetupError(
                    .certificate,
                    "has a key that is too short, which the system's libssl and most clients refuse: make one with a key of RSA "
                        + "with 2048 bits, or on P-256")
            case .weakDigest:
                throw TLSSetupError(
                    .certificate,
                    "is signed over a digest that is too weak, such as SHA-1 or MD5, which the system's libssl and most clients "
                        + "refuse: let it be signed with SHA-256")
            default:
                throw TLSSetupError(.pair, "the certificate and the key cannot be used together: \(error.text)")
            }
        }
    }

    /// A key that is not the first certificate's.
    private static func stranger(_ key: PrivateKey, among certificates: [Certificate]) -> TLSSetupError {
        guard let place = certificates.firstIndex(where: { $0.fits(key) }) else {
            return TLSSetupError(
                .pair,
                "the key is not the certificate's: give the one that the certificate was made with (openssl x509 -in "
                    + "CERTIFICATE -noout -pubkey and openssl pkey -in KEY -pubout print the same)")
        }
        return TLSSetupError(
            .pair,
            "the key belongs to certificate \(place + 1) of \(certificates.count) in the file: the server's own must be the "
                + "first, and behind it each one that signed the one before")
    }

    /// Whether a key in PEM wants a password: PKCS #8 says it in its first line, the older forms in a header behind it
    /// (RFC 7468, section 11; RFC 1421, section 4.6.1.1).
    private static func isEncrypted(_ pem: [UInt8]) -> Bool {
        let text = String(decoding: pem, as: UTF8.self)
        return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")
    }
}
