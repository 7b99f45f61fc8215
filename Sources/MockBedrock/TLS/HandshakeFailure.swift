public import Codes
public import SignatureForensics

/// A connection on which TLS did not come about, or was no use to the client, and why, as far as its end shows.
public struct HandshakeFailure: Sendable, Hashable {
    /// What is wrong.
    public let code: FindingCode
    /// How sure that is: an alert names its cause, a closed connection does not.
    public let confidence: CauseConfidence
    /// What happened, in one sentence.
    public let summary: String
    /// What to do.
    public let advice: String
}

extension HandshakeFailure: CustomStringConvertible {
    /// The failure as one line.
    public var description: String { "TLS failed: \(summary) \(advice)" }
}

/// What a failed handshake is explained from.
struct HandshakeEnd {
    /// How it ended.
    enum Way: Equatable {
        case failed(OpenSSLFault)
        /// The handshake was done, and the client broke off after it.
        case brokenOff(OpenSSLFault)
        /// The client closed the connection, without an alert.
        ///
        /// - Parameter sawCertificate: whether the server's certificate had been sent.
        case closed(sawCertificate: Bool)
        /// The handshake was done, and the client closed the connection without a request.
        case unused
        case timedOut
        case tooLong
    }

    var way: Way
    /// The name that the client asked for, else the address that it called.
    var called: String?
    /// Whether the server's certificate is for it; nil where it is not known.
    var isNamed: Bool?
    /// Which certificate it is, where it is not this run's own.
    var given: GivenCertificate?

    /// The explanation; nil where there is nothing to explain.
    var failure: HandshakeFailure? {
        switch way {
        case .failed(let fault): explanation(of: fault)
        // The one answer to a refused renegotiation: the refusal itself is no error (RFC 5246, section 7.2.2).
        case .brokenOff(let fault) where fault.kind == .alert(TLSAlert.handshakeFailure):
            HandshakeFailure(
                .networkTLSFailed, .likely,
                "The client broke off after the handshake (alert handshake_failure), as it does when it asks for another one "
                    + "on the same connection (renegotiation) and is refused: this server does none.",
                "Turn renegotiation off in the client; TLS 1.3 has none (RFC 8446, section 4.1.2).")
        case .brokenOff(let fault): explanation(of: fault)
        case .closed(sawCertificate: false):
            HandshakeFailure(
                .networkTLSFailed, .certain,
                "The client closed the connection before it had begun the handshake in full.",
                "The client's own error may say why.")
        // Node says no more than this when it does not accept a certificate.
        case .closed(sawCertificate: true) where isNamed == false:
            HandshakeFailure(
                .networkCertificateWrongHost, .possible,
                "The client closed the connection when it had seen the server's certificate, and sent no alert that says "
                    + "why. It called \(callee), which the certificate is not for.", name)
        case .closed(sawCertificate: true):
            HandshakeFailure(
                .networkCertificateUntrusted, .possible,
                "The client closed the connection when it had seen the server's certificate, and sent no alert that says "
                    + "why.", "If it does not trust the authority: l" + trust.dropFirst())
        case .unused:
            // Some clients look at the name only now, and others open connections to spare.
            isNamed == false
                ? HandshakeFailure(
                    .networkCertificateWrongHost, .likely,
                    "The client left after the handshake, without a request. It called \(callee), which the server's "
                        + "certificate is not for.", name) : nil
        case .timedOut:
            HandshakeFailure(
                .networkTLSFailed, .certain, "The client did not end the handshake in time.",
                "See whether something between the two holds back what they send.")
        case .tooLong:
            HandshakeFailure(
                .networkTLSFailed, .certain, "The client sent more for a handshake than this server takes.",
                "See what the client sends: openssl s_client shows a usual one.")
        }
    }

    private func explanation(of fault: OpenSSLFault) -> HandshakeFailure {
        switch fault.kind {
        case .alert(TLSAlert.unknownCA):
            HandshakeFailure(
                .networkCertificateUntrusted, .certain,
                "The client does not trust the authority of the server's certificate (alert unknown_ca).", trust)
        case .alert(TLSAlert.certificateExpired):
            HandshakeFailure(
                .networkCertificateTime, .certain,
                "By the client's clock the server's certificate is not valid any more (alert certificate_expired).",
                "Set the client's clock, or give a certificate that is valid at its time.")
        case .alert(let alert) where alert == TLSAlert.badCertificate || alert == TLSAlert.certificateUnknown:
            refusedCertificate(TLSAlert.name(alert))
        case .alert(TLSAlert.protocolVersion), .version:
            HandshakeFailure(
                .networkTLSFailed, .certain,
                "Client and server have no version of TLS in common: this server speaks TLS 1.2 and 1.3.",
                "Let the client speak TLS 1.2 or later, as Amazon Bedrock itself demands.")
        case .alert(let alert):
            HandshakeFailure(
                .networkTLSFailed, .certain, "The client broke the handshake off (alert \(TLSAlert.name(alert))).",
                "The client's own error says why.")
        case .nothingInCommon:
            HandshakeFailure(
                .networkTLSFailed, .certain,
                "Client and server have no cipher, curve or signature algorithm in common (\(fault.text)).",
                "Let the client offer its library's usual ones: the server's certificate has a key on P-256 unless it was "
                    + "given another one.")
        case .protocols:
            HandshakeFailure(
                .networkTLSFailed, .certain,
                "The client offers protocols (ALPN) of which this server speaks none: it speaks h2 and http/1.1.",
                "Let the client offer one of the two, or none.")
        case .notTLS:
            HandshakeFailure(
                .networkTLSFailed, .certain, "What the client sent is not TLS (\(fault.text)).",
                "This port speaks TLS: call it by https://.")
        case .other, .smallKey, .weakDigest:
            HandshakeFailure(
                .networkTLSFailed, .certain, "The handshake failed: \(fault.text).",
                "The client's own error may say more.")
        }
    }

    /// Java and Go say the same of a name that does not fit, of an authority that they do not know, and of a wrong time.
    private func refusedCertificate(_ alert: String) -> HandshakeFailure {
        switch isNamed {
        case false?:
            HandshakeFailure(
                .networkCertificateWrongHost, .likely,
                "The client refused the server's certificate (alert \(alert)). It called \(callee), which the certificate is "
                    + "not for.", name)
        case true?:
            HandshakeFailure(
                .networkCertificateUntrusted, .likely,
                "The client refused the server's certificate (alert \(alert)). It is for \(callee), which was called, so "
                    + "what it does not trust is most likely the authority.", trust)
        case nil:
            HandshakeFailure(
                .networkCertificateUntrusted, .possible,
                "The client refused the server's certificate (alert \(alert)): for its authority, its name or its time.",
                trust)
        }
    }

    private var callee: String { called.map(RequestTarget.printable) ?? "a name that is not known" }

    private var name: String {
        given == nil
            ? "Start the server with --tls-name \(callee), or let the client call a name that the certificate is for."
            : "Give --tls-certificate one that is for \(callee), or let the client call a name that this one is for."
    }

    private var trust: String {
        switch given {
        case nil: "Let the client know the authority: --tls-ca FILE writes it, and \(Self.naming)"
        case .selfSigned:
            "Let the client know the certificate of --tls-certificate itself, which no authority signed: FILE is a copy of it, "
                + "without the key, and \(Self.naming)"
        case .alone:
            "Let the client know the authority of the certificate of --tls-certificate: FILE holds that authority's, and "
                + "\(Self.naming) If an intermediate authority signed it, put the intermediate's certificate behind it in the "
                + "file of --tls-certificate, which holds one only: clients know the root, and not what leads to it."
        case .chain:
            "Let the client know the authority at the end of the chain of --tls-certificate: FILE holds that authority's "
                + "certificate, and \(Self.naming) See whether the chain is whole: openssl verify -untrusted CHAIN CERTIFICATE."
        }
    }

    private static let naming =
        "AWS_CA_BUNDLE, SSL_CERT_FILE or NODE_EXTRA_CA_CERTS name FILE to most clients; Java wants it in a trust store "
        + "(keytool -importcert)."
}

/// A certificate that the server was given, and what stands with it in its file.
enum GivenCertificate: Sendable, Hashable, CaseIterable {
    /// It is its own authority.
    case selfSigned
    /// One that an authority signed, and nothing that leads there.
    case alone
    /// One with others behind it.
    case chain
}

extension HandshakeFailure {
    init(_ code: FindingCode, _ confidence: CauseConfidence, _ summary: String, _ advice: String) {
        self.init(code: code, confidence: confidence, summary: summary, advice: advice)
    }
}
