import MockBedrock
import Report
import SigV4

/// What a server of ours shows over TLS, and how its clients learn to trust it.
struct ServedTLS {
    /// Nil for a server that speaks plain HTTP.
    var identity: ServerIdentity?
    /// The authority of this run; nil where none is needed.
    var authority: CertificateAuthority?
    /// Where the authority's certificate was written.
    var file: String?
    /// Lets the server be a proxy that answers for Bedrock's hosts itself.
    var proxy: ForwardProxy?

    /// Makes the authority, or reads the certificate.
    ///
    /// - Parameters:
    ///   - host: The address that is listened on, which the certificate is for too.
    ///   - isProxy: Whether the server is to answer for Bedrock's hosts as a proxy.
    ///   - now: The time by which clients judge a certificate: the clock of this machine, not the simulated one.
    /// - Throws: ``InputProblem`` for a file that cannot be read, used or written, ``CommandFailure`` where libssl makes no
    ///   certificate.
    init(_ options: TLSOptions, host: String, isProxy: Bool = false, now: Int64) throws {
        if let certificate = options.tlsCertificate, let key = options.tlsKey {
            identity = try Self.identity(certificate: certificate, key: key)
        }
        guard options.tls && identity == nil || isProxy else { return }
        do {
            let authority = try CertificateAuthority(now: SigningTime(unixSeconds: now))
            // An address that stands for all has no name of its own.
            let own = ["0.0.0.0", "::"].contains(host) ? nil : try? CertificateName(host)
            let names = CertificateName.loopback + [own].compactMap(\.self) + options.tlsName
            if options.tls, identity == nil { identity = try authority.identity(for: names.uniqued) }
            self.authority = authority
            if isProxy { proxy = ForwardProxy(authority: authority, names: options.tlsName) }
        } catch {
            throw CommandFailure(.failed, error.message)
        }
        if let path = options.tlsCa, let authority {
            try FileSystem.write(authority.pem, to: path)
            file = FileSystem.canonical(path)
        }
    }

    private static func identity(certificate: String, key: String) throws(InputProblem) -> ServerIdentity {
        let texts = (try FileSystem.read(certificate, upTo: 1 << 20), try FileSystem.read(key, upTo: 1 << 20))
        do {
            let identity = try ServerIdentity(certificate: texts.0, key: texts.1)
            for warning in identity.warnings { StandardStreams.log("\(VisibleText.of(certificate)): \(warning)") }
            return identity
        } catch {
            switch error.code {
            case .key: throw InputProblem(file: key, message: error.message)
            case .pair: throw InputProblem(file: "\(certificate), \(key)", message: error.message)
            default: throw InputProblem(file: certificate, message: error.message)
            }
        }
    }

    /// A file for a command that is to trust the authority; nil where there is none.
    func bundle(_ environment: [String: String]) throws(InputProblem) -> TrustBundle? {
        guard let authority else { return nil }
        return try TrustBundle(authority, environment: environment)
    }

    /// What a client in another shell needs to know of an authority that stands in no file; nil if nothing.
    var advice: String? {
        guard authority != nil, file == nil else { return nil }
        return
            "clients in other shells must trust this run's authority: --tls-ca FILE writes it, and export lines name it"
    }
}

extension [CertificateName] {
    /// The names, each once.
    fileprivate var uniqued: [CertificateName] {
        reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}
