import FoundationEssentials
import SigV4
import WireText

/// The local time of day.
enum WallClock {
    static var secondsSince1970: Double { Date().timeIntervalSince1970 }

    /// The second that a signature is made with.
    static var signingTime: SigningTime { SigningTime(unixSeconds: Int64(secondsSince1970)) }

    /// The time as `2026-11-22T10:00:00Z`.
    ///
    /// Foundation's own style would bring its calendars and time zones into every process.
    static var text: String { CivilTime(unixSeconds: signingTime.unixSeconds).iso8601 }

    /// The time as a duration since 1970, to the microsecond.
    static var sinceEpoch: Duration { .microseconds(Int64((secondsSince1970 * 1e6).rounded())) }
}
