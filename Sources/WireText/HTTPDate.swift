/// The value of an HTTP `Date` field: a moment in UTC to the whole second, cut off and not rounded.
///
/// Parses the three forms a recipient must accept: IMF-fixdate (`Sun, 06 Nov 1994 08:49:37 GMT`), RFC 850
/// (`Sunday, 06-Nov-94 08:49:37 GMT`) and asctime (`Sun Nov  6 08:49:37 1994`). See RFC 9110, section 5.6.7.
public struct HTTPDate: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, a leap second (`:60`) counting as the second after it.
    public let unixSeconds: Int64

    /// Creates the date of a moment.
    public init(unixSeconds: Int64) {
        self.unixSeconds = unixSeconds
    }

    /// Parses a field value; spaces and tabs around it are not part of it.
    ///
    /// - Parameters:
    ///   - text: The field value.
    ///   - reference: A moment near the expected one, in seconds since 1970, which settles the century of RFC 850's
    ///     two-digit year: the year is taken to lie at most 50 years after it (RFC 9110, section 5.6.7).
    /// - Throws: ``HTTPDateError`` for anything else, trailing bytes and a weekday that is not the date's included.
    public init(parsing text: String, near reference: Int64 = 1_767_225_600) throws(HTTPDateError) {
        let value = HTTPDate.trimmed(text)
        guard !value.isEmpty else { throw HTTPDateError(.empty, in: text) }
        var scanner = ByteScanner(Array(value.utf8.prefix(HTTPDate.longest)))
        // The three forms part ways right after the weekday, and no short name is followed by "," in RFC 850.
        if let weekday = scanner.name(of: HTTPDate.longWeekdays), scanner.take(", ") {
            self = try HTTPDate.rfc850(scanner, weekday, near: reference, text)
            return
        }
        scanner = ByteScanner(Array(value.utf8.prefix(HTTPDate.longest)))
        guard let weekday = scanner.name(of: CalendarDay.weekdayNames) else { throw HTTPDateError(.weekday, in: text) }
        if scanner.take(", ") {
            self = try HTTPDate.fixdate(scanner, weekday, HTTPDate.zone, text)
        } else if scanner.take(" ") {
            self = try HTTPDate.asctime(scanner, weekday, text)
        } else {
            throw HTTPDateError(.weekday, in: text)
        }
    }

    /// Parses the `Date` of a signed request: IMF-fixdate as above, or as mail programs write it.
    ///
    /// botocore writes the zone `-0000`. The weekday has to be one, but what a verifier signs by is the date.
    ///
    /// - Throws: ``HTTPDateError`` for anything else.
    package init(mailDate text: String) throws(HTTPDateError) {
        var scanner = ByteScanner(Array(text.utf8.prefix(HTTPDate.longest)))
        guard scanner.name(of: CalendarDay.weekdayNames) != nil, scanner.take(", ") else {
            throw HTTPDateError(.weekday, in: text)
        }
        self = try HTTPDate.fixdate(scanner, nil, HTTPDate.mailZones, text)
    }

    /// Orders by time.
    public static func < (left: HTTPDate, right: HTTPDate) -> Bool {
        left.unixSeconds < right.unixSeconds
    }
}

extension HTTPDate: CustomStringConvertible {
    /// The date as IMF-fixdate, for the years 1 to 9999.
    ///
    /// It is put together from bytes: a server writes one in each response.
    public var description: String {
        let time = CivilTime(unixSeconds: unixSeconds)
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text += CalendarDay.weekdayNames[time.date.weekday].utf8
        text.append(UInt8(ascii: ","))
        put(time.day, behind: UInt8(ascii: " "))
        text.append(UInt8(ascii: " "))
        text += CalendarDay.monthNames[time.month - 1].utf8
        put(time.year / 100, behind: UInt8(ascii: " "))
        text.append(DecimalDigits.tens(time.year))
        text.append(DecimalDigits.ones(time.year))
        put(time.hour, behind: UInt8(ascii: " "))
        put(time.minute, behind: UInt8(ascii: ":"))
        put(time.second, behind: UInt8(ascii: ":"))
        text += " GMT".utf8
        return String(decoding: text, as: UTF8.self)

        /// A number below a hundred in two digits.
        func put(_ number: Int, behind separator: UInt8) {
            text.append(separator)
            text.append(DecimalDigits.tens(number))
            text.append(DecimalDigits.ones(number))
        }
    }
}

extension HTTPDate {
    /// More bytes than any form has; what follows them need not be looked at to be refused.
    private static let longest = 64

    private static let longWeekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]

    private static func trimmed(_ text: String) -> Substring {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let bytes = text.utf8
        guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return "" }
        return text[..<bytes.index(after: last)].drop { $0 == " " || $0 == "\t" }
    }

    /// The only zone of HTTP.
    private static let zone = [" GMT"]

    /// How mail writes the same zone (RFC 5322, sections 3.3 and 4.3).
    private static let mailZones = [" GMT", " UTC", " +0000", " -0000"]

    private static func fixdate(
        _ start: ByteScanner, _ weekday: Int?, _ zones: [String], _ text: String
    ) throws(HTTPDateError) -> HTTPDate {
        var scanner = start
        guard let day = scanner.digits(2), scanner.take(" "), let month = scanner.name(of: CalendarDay.monthNames),
            scanner.take(" "), let year = scanner.digits(4), scanner.take(" ")
        else { throw HTTPDateError(.date, in: text) }
        return try finish(&scanner, (year, month + 1, day), weekday, zones, text)
    }

    private static func rfc850(
        _ start: ByteScanner, _ weekday: Int, near reference: Int64, _ text: String
    ) throws(HTTPDateError) -> HTTPDate {
        var scanner = start
        guard let day = scanner.digits(2), scanner.take("-"), let month = scanner.name(of: CalendarDay.monthNames),
            scanner.take("-"), let shortYear = scanner.digits(2), scanner.take(" ")
        else { throw HTTPDateError(.date, in: text) }
        let referenceYear = CivilTime(unixSeconds: reference).year
        var year = referenceYear - referenceYear % 100 + shortYear
        if year > referenceYear + 50 { year -= 100 }
        if year <= referenceYear - 50 { year += 100 }
        return try finish(&scanner, (year, month + 1, day), weekday, zone, text)
    }

    private static func asctime(
        _ start: ByteScanner, _ weekday: Int, _ text: String
    ) throws(HTTPDateError) -> HTTPDate {
        var scanner = start
        guard let month = scanner.name(of: CalendarDay.monthNames), scanner.take(" "),
            let day = scanner.take(" ") ? scanner.digits(1) : scanner.digits(2), scanner.take(" ")
        else { throw HTTPDateError(.date, in: text) }
        var ahead = scanner
        guard clock(&ahead) != nil, ahead.take(" "), let year = ahead.digits(4) else {
            throw HTTPDateError(.time, in: text)
        }
        let digits = String(year)
        let ending = " " + String(repeating: "0", count: 4 - digits.count) + digits
        return try finish(&scanner, (year, month + 1, day), weekday, [ending], text)
    }

    private static func clock(_ scanner: inout ByteScanner) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2),
            scanner.take(":"), let second = scanner.digits(2)
        else { return nil }
        return (hour, minute, second)
    }

    private static func finish(
        _ scanner: inout ByteScanner, _ date: (year: Int, month: Int, day: Int), _ weekday: Int?,
        _ endings: [String], _ text: String
    ) throws(HTTPDateError) -> HTTPDate {
        guard let clock = clock(&scanner) else { throw HTTPDateError(.time, in: text) }
        guard scanner.name(of: endings) != nil else { throw HTTPDateError(.zone, in: text) }
        guard scanner.isAtEnd else { throw HTTPDateError(.trailingBytes, in: text) }
        guard
            let civil = CivilTime(
                year: date.year, month: date.month, day: date.day,
                hour: clock.hour, minute: clock.minute, second: clock.second)
        else { throw HTTPDateError(.outOfRange, in: text) }
        guard weekday == nil || civil.date.weekday == weekday else { throw HTTPDateError(.wrongWeekday, in: text) }
        return HTTPDate(unixSeconds: civil.unixSeconds)
    }
}
