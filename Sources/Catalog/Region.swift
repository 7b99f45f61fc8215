/// A region of AWS and what is known of Bedrock there.
package struct Region: Sendable, Hashable {
    /// What AWS's public data says of Bedrock's runtime in a region.
    package enum Bedrock: Sendable, Hashable {
        /// The runtime endpoint is in AWS's endpoint table.
        case listed
        /// Bedrock names it as a region to call from, though the endpoint table does not have it: through `global.`
        /// inference profiles, mostly.
        case sourceRegion
        /// No public data names Bedrock there.
        case absent
    }

    /// The name used in hosts, scopes and ARNs, such as `eu-central-1`.
    package let name: String
    /// The place, as the AWS console shows it.
    package let place: String
    package let bedrock: Bedrock
    /// Whether an account must enable the region before any call to it is accepted.
    package let optIn: OptIn

    /// Whether an account has to switch the region on first.
    package enum OptIn: Sendable, Hashable {
        case notNeeded
        case needed
    }

    package var hasBedrockRuntime: Bool { bedrock != .absent }
}
