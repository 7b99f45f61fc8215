import SigV4

/// A day of the calendar in UTC, written `YYYY-MM-DD`.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The first second of the day, in seconds since 1970.
    public let unixSeconds: Int64
    /// The day as `YYYY-MM-DD`.
    public let description: String

    /// Reads a day written as `YYYY-MM-DD`; nil when there is no such day.
    public init?(_ text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard text.utf8.count == 10, digits.count == 8, text.utf8.dropFirst(4).first == UInt8(ascii: "-"),
            text.utf8.dropFirst(7).first == UInt8(ascii: "-"),
            let time = SigningTime(amzDate: String(decoding: digits, as: UTF8.self) + "T000000Z")
        else { return nil }
        unixSeconds = time.unixSeconds
        description = text
    }

    /// Whether one day comes before another.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.unixSeconds < right.unixSeconds }
}
