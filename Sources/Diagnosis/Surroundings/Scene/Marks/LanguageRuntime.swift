import Report
import WireText

/// The language in which a client is written, as far as it decides which setting helps.
///
/// The words of the failure speak first, then the SDK, then the program around it.
enum LanguageRuntime: Sendable, Hashable {
    case node, python, jvm, go, rust, dotNet, php, ruby, curl

    init?(_ scene: Scene, text: String) {
        let marks = Self.words.first { _, marks in marks.contains { text.contains($0) } }?.0
        guard let known = marks ?? scene.library?.language ?? scene.program?.language else { return nil }
        self = known
    }

    /// What the standard libraries of each say of a failed connection.
    private static let words: [(LanguageRuntime, [String])] = [
        (.jvm, ["PKIX path", "SunCertPath", "java.net.", "javax.net.ssl", "java.lang.", "SdkClientException"]),
        (.python, ["_ssl.c:", "CERTIFICATE_VERIFY_FAILED", "SSL validation failed", "HTTPSConnectionPool", "urllib3"]),
        (.python, ["Traceback (most recent call last)", "botocore.", "Read timeout on endpoint URL"]),
        (.go, ["x509: ", "dial tcp", "net/http: ", "operation error "]),
        (.rust, ["invalid peer certificate", "UnknownIssuer", "rustls", "hyper::", "DispatchFailure("]),
        (.dotNet, ["The remote certificate", "System.Net.", "Amazon.Runtime."]),
        (.curl, ["curl: ("]), (.php, ["cURL error "]),
        (.ruby, ["OpenSSL::SSL", "Seahorse::", "Net::OpenTimeout", "Net::ReadTimeout"]),
        (
            .node,
            [
                "SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER_CERT",
                "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "pending stream has been canceled", "node:internal", "_tls_wrap",
                "ENOTFOUND", "ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "fetch failed", "socket hang up",
                "second argument to fetch()",
            ]
        ),
    ]
}
