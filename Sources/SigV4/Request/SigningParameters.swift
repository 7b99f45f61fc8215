/// Everything besides the request that a signature depends on.
public struct SigningParameters: Sendable {
    /// Who signs.
    public var credentials: SigningCredentials
    /// The region in the credential scope, for example `us-east-1`.
    public var region: String
    /// The service in the credential scope: `bedrock` for Bedrock's runtime and control plane.
    public var service: String
    /// The moment of signing.
    public var time: SigningTime
    /// The choices that the service or the caller makes.
    public var options: SigningOptions

    /// Makes parameters.
    public init(
        credentials: SigningCredentials, region: String, service: String, time: SigningTime,
        options: SigningOptions = SigningOptions()
    ) {
        self.credentials = credentials
        self.region = region
        self.service = service
        self.time = time
        self.options = options
    }
}
