/// What a server shows of itself over TLS: a certificate, and the proof that it has the key.
///
/// It speaks TLS 1.2 and 1.3, and offers `h2` and `http/1.1` (RFC 7301).
public struct ServerIdentity: Sendable {
    let context: TLSContext

    init(_ context: TLSContext) {
        self.context = context
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
        do {
            context = try TLSContext(own, chain: Array(certificates.dropFirst()), key: secret)
        } catch {
            throw TLSSetupError(.pair, "the certificate and the key cannot be used together: \(error.text)")
        }
    }

    /// Whether a key in PEM wants a password: PKCS #8 says it in its first line, the older forms in a header behind it
    /// (RFC 7468, section 11; RFC 1421, section 4.6.1.1).
    private static func isEncrypted(_ pem: [UInt8]) -> Bool {
        let text = String(decoding: pem, as: UTF8.self)
        return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("Proc-Type: 4,ENCRYPTED")
    }
}
