/// Where the certificates of trusted authorities are, read from environment variables.
///
/// The file is the first set of `AWS_CA_BUNDLE`, `SSL_CERT_FILE`, `CURL_CA_BUNDLE` and `REQUESTS_CA_BUNDLE`;
/// `SSL_CERT_DIR` names a directory of hashed certificates (OpenSSL's c_rehash) and is used together with
/// `SSL_CERT_FILE`, or alone. With none of them it is curl's own default, or, where
/// that does not exist, the file that the operating system has. Verification itself cannot be turned off.
public struct CertificateAuthorities: Sendable, Hashable {
    /// A path and the variable that named it.
    public struct Setting: Sendable, Hashable {
        /// The name of the environment variable.
        public let variable: String
        /// The path as given.
        public let path: String
    }

    /// A PEM file of certificates.
    public let file: Setting?

    /// A directory of hashed certificates.
    public let directory: Setting?

    /// Reads the settings; an empty value counts as not set.
    public init(environment: [String: String]) {
        func setting(_ name: String) -> Setting? {
            guard let path = environment[name], !path.isEmpty else { return nil }
            return Setting(variable: name, path: path)
        }
        let file =
            setting("AWS_CA_BUNDLE") ?? setting("SSL_CERT_FILE") ?? setting("CURL_CA_BUNDLE")
            ?? setting("REQUESTS_CA_BUNDLE")
        self.file = file
        directory = file == nil || file?.variable == "SSL_CERT_FILE" ? setting("SSL_CERT_DIR") : nil
    }
}
