import ArgumentParser
import MockBedrock

/// How a server of ours speaks TLS.
struct TLSOptions: ParsableArguments {
    @Flag(
        help: "Speak TLS (1.2 and 1.3, h2 and http/1.1), with a certificate for localhost by an authority of this run.")
    var tls = false

    @Option(
        help: ArgumentHelp(
            "Write the authority's certificate here, for clients that are to trust it; its key is never written.",
            valueName: "file"), completion: .file())
    var tlsCa: String?

    @Option(
        help: ArgumentHelp(
            "Make the certificate for this name or address too; *.NAME is each host below it. May repeat.",
            valueName: "name"),
        transform: { (text) throws in
            do throws(TLSSetupError) {
                return try CertificateName(text)
            } catch {
                throw ValidationError("--tls-name: \(error.message)")
            }
        })
    var tlsName: [CertificateName] = []

    @Option(
        help: ArgumentHelp(
            "Show this certificate instead, in PEM, with what leads to its authority behind it.", valueName: "file"),
        completion: .file())
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("Its private key, in PEM, without a password.", valueName: "file"), completion: .file())
    var tlsKey: String?

    /// Checks that what is given is of use.
    ///
    /// - Parameter proxy: Whether the authority is needed without TLS on the port.
    func check(proxy: Bool = false) throws {
        let of = proxy ? "--tls or --proxy" : "--tls"
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key belong together: give both or neither.")
        }
        guard tls || tlsCertificate == nil else { throw ValidationError("--tls-certificate belongs to --tls.") }
        guard tls || proxy || tlsName.isEmpty else { throw ValidationError("--tls-name belongs to \(of).") }
        guard tls || proxy || tlsCa == nil else { throw ValidationError("--tls-ca belongs to \(of).") }
        if !proxy, tlsCertificate != nil, !tlsName.isEmpty || tlsCa != nil {
            throw ValidationError(
                "--tls-name and --tls-ca are for the authority of this run; --tls-certificate has its names and its own."
            )
        }
    }
}
