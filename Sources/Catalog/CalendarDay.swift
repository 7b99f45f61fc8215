import ServerClock

/// A day of the calendar in UTC: what lifecycle dates are compared by.
package struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The day of a moment in UTC.
    ///
    /// - Parameter unixSeconds: Seconds since 1970-01-01T00:00:00Z.
    package init(unixSeconds: Int64) {
        number = Int(unixSeconds >= 0 ? unixSeconds / 86_400 : (unixSeconds - 86_399) / 86_400)
    }

    /// A date written `2026-10-14`, or `nil` when the calendar has no such day.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], !text.utf8.contains(UInt8(ascii: "+")),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let midnight = CivilTime(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
        else { return nil }
        self.init(unixSeconds: midnight.unixSeconds)
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `2026-10-14`.
    package var description: String {
        String(CivilTime(unixSeconds: Int64(number) * 86_400).iso8601.prefix(10))
    }
}
