/// The skew last measured for each host, as a client keeps it between requests.
///
/// Every good reading replaces the one before, so that a correction disappears once the clocks agree again.
public struct HostSkews: Sendable, Hashable {
    /// What became of a reading.
    public enum Outcome: Sendable, Hashable {
        /// It is the host's skew now.
        case recorded(Duration)

        /// It is beyond the policy's cap, and the host has no skew now.
        case beyondCap(Duration)
    }

    /// The rules.
    public let policy: SkewPolicy

    private var skews: [String: Duration] = [:]

    /// Creates an empty table.
    public init(policy: SkewPolicy = SkewPolicy()) {
        self.policy = policy
    }

    /// What to add to the local clock when signing for a host (`name` or `name:port`, in any case); zero when nothing
    /// is known or correction is off.
    public func offset(forHost host: String) -> Duration {
        policy.correction == .enabled ? skews[host.lowercased()] ?? .zero : .zero
    }

    /// Takes the reading of an answer, good or bad, from a host.
    @discardableResult
    public mutating func record(_ sample: DateSample, forHost host: String) -> Outcome {
        let skew = sample.interval.midpoint
        guard policy.magnitude(skew) <= policy.cap else {
            skews[host.lowercased()] = nil
            return .beyondCap(skew)
        }
        skews[host.lowercased()] = skew
        return .recorded(skew)
    }
}
