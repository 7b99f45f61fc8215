/// A range of offsets (server minus local) that holds the true one.
public struct OffsetInterval: Sendable, Hashable {
    /// The least offset possible.
    public let lower: Duration

    /// The greatest offset possible.
    public let upper: Duration

    /// Creates a range; `lower` must not exceed `upper`.
    public init(lower: Duration, upper: Duration) {
        precondition(lower <= upper, "an interval's lower end must not exceed its upper end")
        self.lower = lower
        self.upper = upper
    }

    /// The best single value: the one whose greatest possible error is least.
    public var midpoint: Duration { lower + (upper - lower) / 2 }

    /// The greatest possible error of the midpoint.
    public var radius: Duration { (upper - lower) / 2 }

    /// Whether an offset is possible.
    public func contains(_ offset: Duration) -> Bool {
        lower <= offset && offset <= upper
    }

    /// The offsets both ranges allow; `nil` when they contradict each other.
    public func intersection(_ other: OffsetInterval) -> OffsetInterval? {
        let lower = max(lower, other.lower)
        let upper = min(upper, other.upper)
        return lower <= upper ? OffsetInterval(lower: lower, upper: upper) : nil
    }

    /// The range widened by `margin` at both ends, as for a clock that may have drifted since the reading.
    public func dilated(by margin: Duration) -> OffsetInterval {
        OffsetInterval(lower: lower - margin, upper: upper + margin)
    }

    /// The range with its upper end raised, as for a server whose `Date` may be `lag` late.
    public func allowing(lag: Duration) -> OffsetInterval {
        OffsetInterval(lower: lower, upper: upper + lag)
    }
}
