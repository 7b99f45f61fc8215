import WireText

/// The day of an exchange, from its headers.
enum RecordedDay {
    /// From `X-Amz-Date`: `20250206T051231Z`.
    static func amz(_ text: String) -> String? {
        var scanner = ByteScanner(Array(text.utf8.prefix(9)))
        guard let year = scanner.digits(4), let month = scanner.digits(2), let day = scanner.digits(2),
            scanner.take("T")
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)?.description
    }

    /// From `Date`: `Thu, 06 Feb 2025 05:12:33 GMT`.
    static func http(_ text: String) -> String? {
        (try? HTTPDate(parsing: text)).map { CalendarDay(unixSeconds: $0.unixSeconds).description }
    }
}
