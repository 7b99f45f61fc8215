/// The choices that SigV4 leaves to the service or the caller.
///
/// The defaults are right for Bedrock and every other service but Amazon S3, which takes ``URIEncoding/single`` and
/// ``PathNormalization/off``.
public struct SigningOptions: Sendable, Hashable {
    /// How often the path is percent-encoded in the canonical request.
    public var uriEncoding: URIEncoding
    /// Whether dot segments and double slashes are resolved in the canonical request.
    public var pathNormalization: PathNormalization
    /// Whether the session token is covered by the signature.
    public var sessionToken: SessionTokenMode
    /// Whether `x-amz-content-sha256` is sent.
    public var contentSHA256Header: ContentSHA256Header
    /// Where the signature goes.
    public var location: SignatureLocation
    /// Headers that are sent but not signed, because intermediaries change them.
    public var headersNotSigned: HeaderNames

    /// Makes options; every argument has the default that suits Bedrock.
    public init(
        uriEncoding: URIEncoding = .double,
        pathNormalization: PathNormalization = .on,
        sessionToken: SessionTokenMode = .signed,
        contentSHA256Header: ContentSHA256Header = .omitted,
        location: SignatureLocation = .headers,
        headersNotSigned: HeaderNames = .changedInTransit
    ) {
        self.uriEncoding = uriEncoding
        self.pathNormalization = pathNormalization
        self.sessionToken = sessionToken
        self.contentSHA256Header = contentSHA256Header
        self.location = location
        self.headersNotSigned = headersNotSigned
    }
}

/// How often the path is percent-encoded in the canonical request.
public enum URIEncoding: Sendable, Hashable {
    /// Every byte of the path as sent but unreserved ones and `/` is encoded: `:` becomes `%3A`, and an escape that is
    /// on the wire already is encoded once more, `%3A` to `%253A`. The rule of all services but S3.
    case double
    /// Escapes on the wire are kept, in their normal form (`%3a` as `%3A`, `%7E` as `~`). The rule of S3.
    case single
}

/// Whether the path is normalised in the canonical request.
public enum PathNormalization: Sendable, Hashable {
    /// Dot segments are removed and consecutive slashes become one; a slash at the end stays.
    case on
    /// The path stays as it is. The rule of S3, whose keys may hold such segments.
    case off
}

/// Whether the session token is covered by the signature.
public enum SessionTokenMode: Sendable, Hashable {
    /// The token is added before signing and signed.
    case signed
    /// The token is added to the signed request; the few services that want this say so.
    case addedAfterSigning
}

/// Whether the hash of the body is also sent, in the header `x-amz-content-sha256`.
public enum ContentSHA256Header: Sendable, Hashable {
    /// Not sent, unless the request has the header already. Bedrock does not need it.
    case omitted
    /// Sent and signed. S3 requires it. In the query form, which is made before the body is known, it is not added.
    case sent
}

/// Where the signature goes.
public enum SignatureLocation: Sendable, Hashable {
    /// In the `Authorization` header.
    case headers
    /// In the query, as a presigned URL that is valid for this many seconds (1 to 604,800).
    case query(expiresSeconds: Int)
}
