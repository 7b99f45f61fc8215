/// One of Bedrock's two hosts.
///
/// Both are signed for as `bedrock`.
public enum BedrockService: Sendable, Hashable, CaseIterable {
    /// Runs models: Converse, ConverseStream, CountTokens.
    case runtime
    /// Tells about models: lists, availability, inference profiles.
    case controlPlane

    /// The first label of the host.
    var hostLabel: String {
        switch self {
        case .runtime: "bedrock-runtime"
        case .controlPlane: "bedrock"
        }
    }

    /// The variable that names an endpoint for this service alone.
    public var endpointVariable: String {
        switch self {
        case .runtime: "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"
        case .controlPlane: "AWS_ENDPOINT_URL_BEDROCK"
        }
    }
}
