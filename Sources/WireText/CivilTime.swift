/// A moment of the proleptic Gregorian calendar in UTC, to the second.
package struct CivilTime: Sendable, Hashable {
    package let date: CalendarDay
    package let hour: Int
    package let minute: Int

    /// 0...60; 60 only in a leap second.
    package let second: Int

    /// Creates the moment, unless there is no such day or time, or the year is not one of 1...9999.
    package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        guard year > 0, let date = CalendarDay(year: year, month: month, day: day), (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The moment `unixSeconds` after 1970-01-01T00:00:00Z; clamped to the years 1...9999.
    package init(unixSeconds: Int64) {
        let clamped = min(max(unixSeconds, -62_135_596_800), 253_402_300_799)
        date = CalendarDay(unixSeconds: clamped)
        let rest = Int(clamped - date.unixSeconds)
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
    }

    package var year: Int { date.year }
    package var month: Int { date.month }
    package var day: Int { date.day }

    /// Seconds since 1970-01-01T00:00:00Z; a leap second counts as the second after it.
    package var unixSeconds: Int64 { date.unixSeconds + Int64(hour * 3600 + minute * 60 + second) }

    /// The moment as `2026-11-22T10:00:00Z` (RFC 3339).
    package var iso8601: String { "\(date)T\(clock)Z" }

    /// The time of the day as `10:00:00`.
    package var clock: String {
        String(
            decoding: [
                DecimalDigits.tens(hour), DecimalDigits.ones(hour), UInt8(ascii: ":"), DecimalDigits.tens(minute),
                DecimalDigits.ones(minute), UInt8(ascii: ":"), DecimalDigits.tens(second), DecimalDigits.ones(second),
            ], as: UTF8.self)
    }
}
