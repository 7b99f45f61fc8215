/// The `Date` header as a signing time, for requests without `X-Amz-Date`.
package enum HTTPDate {
    /// Reads ISO 8601's basic format or an RFC 9110 date: `Fri, 02 Jan 2026 03:04:05 GMT`.
    ///
    /// Mail-style numeric zones are read as well if they mean UTC: botocore writes `-0000`.
    package static func parse(_ value: [UInt8]) -> SigningTime? {
        if let time = SigningTime(amzDate: value.span) { return time }
        let words = String(decoding: value, as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 6, weekdays.contains(words[0]), ["GMT", "UTC", "+0000", "-0000"].contains(words[5]),
            let month = months.firstIndex(of: words[2]), let day = number(words[1], digits: 2),
            let year = number(words[3], digits: 4)
        else { return nil }
        let clock = words[4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = number(clock[0], digits: 2), let minute = number(clock[1], digits: 2),
            let second = number(clock[2], digits: 2)
        else { return nil }
        return SigningTime(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    }

    private static let weekdays = ["Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ $0.decimalDigit != nil }) else { return nil }
        return Int(text)
    }
}
