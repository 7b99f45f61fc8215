import Diagnosis
import HTTPTransport
import MockBedrock

/// The authorities that a client under test trusts, in a temporary file: those that it trusted before, and that of the run.
///
/// Most of the variables that name such a file put it in the place of the system's authorities. A client that also calls
/// others, as one that installs packages does, must go on trusting them.
struct TrustBundle {
    /// The variables by which clients find authorities: the AWS SDKs and CLI, Python's requests, OpenSSL with Go, Ruby,
    /// Rust and httpx, curl, Node, Deno.
    static let variables = [
        "AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "DENO_CERT",
    ]

    let path: String

    /// Writes the file.
    init(_ authority: CertificateAuthority, environment: [String: String]) throws(InputProblem) {
        var paths: [String] = []
        for path in Self.variables.compactMap({ environment[$0] }) where !path.isEmpty && !paths.contains(path) {
            paths.append(path)
        }
        if let system = SystemAuthorities.files.first(where: FileSystem.isFile), !paths.contains(system) {
            paths.append(system)
        }
        var bundle = authority.pem
        for path in paths {
            // What cannot be read was of no use to the client before.
            guard let text = try? FileSystem.read(path, upTo: TrustFile.sizeLimit) else { continue }
            bundle += [UInt8(ascii: "\n")] + text
        }
        path = try FileSystem.writeTemporary(bundle, named: "doctor-authorities", environment: environment)
    }

    func remove() { FileSystem.remove(path) }
}
