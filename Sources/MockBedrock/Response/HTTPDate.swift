import SigV4

/// The value of `Date`: an IMF-fixdate (RFC 9110, section 5.6.7), such as `Sun, 22 Nov 2026 10:00:00 GMT`.
///
/// It is made afresh for each response and never kept: clients take their clock's offset from it, and a value kept
/// for a second would tell them a time up to a second old.
enum HTTPDate {
    // 1 January 1970 was a Thursday.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ time: SigningTime) -> String {
        let days = time.daysSince1970
        let date = CivilDate(daysSince1970: days)
        let second = Int(time.unixSeconds) - days * 86_400
        let weekday = weekdays[(days % 7 + 7) % 7]
        let year = padded(date.year / 100) + padded(date.year % 100)
        let clock = "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
        return "\(weekday), \(padded(date.day)) \(months[date.month - 1]) \(year) \(clock) GMT"
    }

    /// A number below a hundred in two digits.
    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
