/// A day of the proleptic Gregorian calendar in UTC, of the years 0 to 9999.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// The year, 0 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day of a number counted from 1970-01-01, limited to the years 0 to 9999, which are all that four digits can write.
    ///
    /// Years are counted from March, so that the leap day is the last of its year and month lengths follow one formula; an
    /// era is 400 years or 146,097 days (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    public init(daysSince1970 days: Int) {
        let shifted = min(max(days, -719_528), 2_932_896) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day of a moment, in seconds since 1970-01-01T00:00:00Z.
    public init(unixSeconds: Int64) {
        self.init(daysSince1970: Int(unixSeconds / 86_400) - (unixSeconds % 86_400 < 0 ? 1 : 0))
    }

    /// A day by its parts; nil if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...CalendarDay.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day written `2026-10-14`; nil if `text` is anything else or no day of the calendar.
    public init?(_ text: String) {
        var scanner = ByteScanner(Array(text.utf8.prefix(11)))
        guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
            let day = scanner.digits(2), scanner.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The number of the day, counted from 1970-01-01.
    public var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The first second of the day, in seconds since 1970-01-01T00:00:00Z.
    public var unixSeconds: Int64 { Int64(daysSince1970) * 86_400 }

    /// The day of the week; 0 is Sunday.
    package var weekday: Int {
        let index = (daysSince1970 + 4) % 7
        return index < 0 ? index + 7 : index
    }

    /// Whether one day comes before another.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The number of days of a month.
    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The English names of the days, as HTTP and mail shorten them; Sunday is the first.
    package static let weekdayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    /// The English names of the months, as HTTP and mail shorten them.
    package static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `2026-10-14`.
    public var description: String {
        String(
            decoding: [
                DecimalDigits.tens(year / 100), DecimalDigits.ones(year / 100), DecimalDigits.tens(year % 100),
                DecimalDigits.ones(year % 100), UInt8(ascii: "-"), DecimalDigits.tens(month), DecimalDigits.ones(month),
                UInt8(ascii: "-"), DecimalDigits.tens(day), DecimalDigits.ones(day),
            ], as: UTF8.self)
    }
}

/// The two digits of a number below a hundred.
enum DecimalDigits {
    static func tens(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number / 10 % 10) }
    static func ones(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
}
