/// What a service accepts.
public struct VerificationPolicy: Sendable, Hashable {
    /// The regions a scope may name; nil for any.
    public var regions: Set<String>?
    /// The service a scope must name.
    public var service: String
    /// How old, or how far ahead, the signed time may be, in seconds.
    ///
    /// Bedrock allows five minutes, STS fifteen.
    public var windowSeconds: Int64
    /// The longest lifetime of a presigned request, in seconds.
    public var maxPresignSeconds: Int64
    /// How often the path is encoded.
    public var uriEncoding: URIEncoding
    /// Whether the path is normalised.
    public var pathNormalization: PathNormalization
    /// Whether a request may declare `UNSIGNED-PAYLOAD` in `x-amz-content-sha256`.
    public var unsignedPayload: UnsignedPayload

    /// Whether a body may go unsigned.
    public enum UnsignedPayload: Sendable, Hashable {
        /// The body is hashed whatever the request declares, as Bedrock does.
        case refused
        /// `UNSIGNED-PAYLOAD` is taken at its word, as S3 does.
        case accepted
    }

    /// Makes a policy; the defaults are Bedrock's.
    public init(
        regions: Set<String>? = nil, service: String = "bedrock", windowSeconds: Int64 = 300,
        maxPresignSeconds: Int64 = 604_800, uriEncoding: URIEncoding = .double,
        pathNormalization: PathNormalization = .on, unsignedPayload: UnsignedPayload = .refused
    ) {
        self.regions = regions
        self.service = service
        self.windowSeconds = windowSeconds
        self.maxPresignSeconds = maxPresignSeconds
        self.uriEncoding = uriEncoding
        self.pathNormalization = pathNormalization
        self.unsignedPayload = unsignedPayload
    }
}
