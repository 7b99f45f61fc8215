public import SigV4

/// What services differ in: the path, the last line of the canonical request, and the session token.
///
/// Source: "Create a signed AWS API request", IAM guide, and "Authenticating Requests: Using the Authorization Header",
/// Amazon S3 API Reference.
public struct ServiceRules: Sendable, Hashable {
    /// What the last line of the canonical request is.
    public enum PayloadLine: Sendable, Hashable {
        /// The hash of the body.
        case hashed
        /// The word that `x-amz-content-sha256` declares, such as `UNSIGNED-PAYLOAD`, else the hash of the body.
        case declared
        /// `UNSIGNED-PAYLOAD`.
        case unsigned
    }

    /// How often the path is percent-encoded in the canonical request.
    public var uriEncoding: URIEncoding
    /// Whether dot segments and double slashes are resolved there.
    public var pathNormalization: PathNormalization
    /// What the last line of the canonical request is.
    public var payload: PayloadLine
    /// Whether the session token is covered by the signature.
    public var sessionToken: SessionTokenMode

    /// Makes rules; every argument has the default of all services but Amazon S3.
    public init(
        uriEncoding: URIEncoding = .double, pathNormalization: PathNormalization = .on,
        payload: PayloadLine = .hashed, sessionToken: SessionTokenMode = .signed
    ) {
        self.uriEncoding = uriEncoding
        self.pathNormalization = pathNormalization
        self.payload = payload
        self.sessionToken = sessionToken
    }

    /// The rules of Bedrock and every other service but Amazon S3.
    public static let usual = ServiceRules()

    /// The rules of Amazon S3, whose keys may hold any segment, and which takes bodies that are declared not to be signed.
    public static let s3 = ServiceRules(uriEncoding: .single, pathNormalization: .off, payload: .declared)
}
