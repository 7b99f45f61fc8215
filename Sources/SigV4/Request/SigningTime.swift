import WireText

/// A moment to sign at, in whole seconds, UTC.
///
/// SigV4 writes it in ISO 8601's basic format, `20260102T030405Z`. It is always a parameter: nothing here reads a clock.
public struct SigningTime: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, within the years 0 to 9999.
    public let unixSeconds: Int64

    /// Makes a time from seconds since 1970, limited to the years 0 to 9999, which are all that four digits can write.
    public init(unixSeconds: Int64) {
        self.unixSeconds = min(max(unixSeconds, -62_167_219_200), 253_402_300_799)
    }

    /// Reads `YYYYMMDDTHHMMSSZ`; nil if `amzDate` is anything else or no real date.
    public init?(amzDate: String) {
        self.init(amzDate: Array(amzDate.utf8).span)
    }

    init?(amzDate bytes: Span<UInt8>) {
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
            let year = Self.number(bytes, 0..<4), let month = Self.number(bytes, 4..<6),
            let day = Self.number(bytes, 6..<8), let hour = Self.number(bytes, 9..<11),
            let minute = Self.number(bytes, 11..<13), let second = Self.number(bytes, 13..<15),
            let time = SigningTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        self = time
    }

    /// Reads the value of a `Date` header: ISO 8601's basic format, or the date of HTTP and of mail.
    package init?(dateHeader value: [UInt8]) {
        if let time = SigningTime(amzDate: value.span) {
            self = time
        } else if let date = try? HTTPDate(mailDate: String(decoding: value, as: UTF8.self)) {
            self.init(unixSeconds: date.unixSeconds)
        } else {
            return nil
        }
    }

    /// Makes a time from the parts of a UTC date; nil if there is no such date or time.
    init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        guard let date = CalendarDay(year: year, month: month, day: day), (0...23).contains(hour),
            (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        unixSeconds = date.unixSeconds + Int64(hour * 3600 + minute * 60 + second)
    }

    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard let digit = bytes[index].decimalDigit else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The time as `20260102T030405Z`.
    public var amzDate: String { String(decoding: amzDateBytes, as: UTF8.self) }

    /// The UTC date as `20260102`.
    public var dateStamp: String { DateStamp(self).text }

    /// Whether `left` is earlier than `right`.
    public static func < (left: SigningTime, right: SigningTime) -> Bool { left.unixSeconds < right.unixSeconds }

    /// The time this many seconds later, or earlier if negative.
    public func advanced(bySeconds seconds: Int64) -> SigningTime {
        let (sum, overflow) = unixSeconds.addingReportingOverflow(seconds)
        return SigningTime(unixSeconds: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    /// The number of the day, counted from 1970-01-01.
    package var daysSince1970: Int {
        Int(unixSeconds >= 0 ? unixSeconds / 86_400 : (unixSeconds - 86_399) / 86_400)
    }

    var amzDateBytes: [UInt8] { AmzDate(self).bytes }
}

extension SigningTime: CustomStringConvertible {
    /// The time as `20260102T030405Z`.
    public var description: String { amzDate }
}
