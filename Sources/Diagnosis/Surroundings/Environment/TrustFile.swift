/// A file of trusted certificates that a variable names.
package struct TrustFile: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case missing
        case unreadable(reason: String)

        /// Read, but without a `-----BEGIN CERTIFICATE-----`.
        case notPEM
        case certificates(count: Int)
    }

    /// `AWS_CA_BUNDLE`, `SSL_CERT_FILE`, `CURL_CA_BUNDLE` or `REQUESTS_CA_BUNDLE`.
    package var variable: String
    package var path: String
    package var state: State

    package init(variable: String, path: String, state: State) {
        self.variable = variable
        self.path = path
        self.state = state
    }

    /// The variables that name such files, the one that wins first.
    package static let variables = ["AWS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"]

    /// The most bytes to read of one; the bundles of operating systems have about 250 KB.
    package static let sizeLimit = 16 << 20
}
