/// Which of a region's hosts is asked.
public struct EndpointVariant: OptionSet, Sendable, Hashable {
    /// The bits of the set.
    public let rawValue: Int

    /// Takes the bits of the set.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The host whose cryptography is validated by FIPS 140.
    public static let fips = EndpointVariant(rawValue: 1)
    /// The host that answers over IPv4 and IPv6.
    public static let dualStack = EndpointVariant(rawValue: 2)

    /// Reads `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT`; only `true`, in any case, turns one on.
    public init(environment: [String: String]) {
        self = []
        if EnvironmentText.flag(environment["AWS_USE_FIPS_ENDPOINT"]) == true { insert(.fips) }
        if EnvironmentText.flag(environment["AWS_USE_DUALSTACK_ENDPOINT"]) == true { insert(.dualStack) }
    }
}
