import FoundationEssentials
import SigV4

/// The local time of day.
enum WallClock {
    static var secondsSince1970: Double { Date().timeIntervalSince1970 }

    /// The second that a signature is made with.
    static var signingTime: SigningTime { SigningTime(unixSeconds: Int64(secondsSince1970)) }

    /// The time as a duration since 1970, to the microsecond.
    static var sinceEpoch: Duration { .microseconds(Int64((secondsSince1970 * 1e6).rounded())) }
}
