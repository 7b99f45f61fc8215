/// Why readings give no offset.
public enum OffsetError: Error, Sendable, Hashable {
    /// There are none.
    case noReadings

    /// No offset fits more than half of them: several servers' clocks, a cache, or a local clock that was set meanwhile.
    case inconsistent(readings: Int)
}

extension OffsetError: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .noReadings: "no answer carried a usable Date"
        case .inconsistent(let readings):
            "no offset fits more than half of \(readings) readings: several server clocks, a cache, or a local clock that was set meanwhile"
        }
    }
}
