/// The day of an exchange, from its headers.
enum RecordedDay {
    /// From `X-Amz-Date`: `20250206T051231Z`.
    static func amz(_ text: String) -> String? {
        let digits = Array(text.prefix { $0 != "T" })
        guard digits.count == 8, digits.allSatisfy(\.isASCII), Int(String(digits)) != nil else { return nil }
        return "\(String(digits[..<4]))-\(String(digits[4..<6]))-\(String(digits[6...]))"
    }

    /// From `Date`: `Thu, 06 Feb 2025 05:12:33 GMT` (RFC 9110 section 5.6.7).
    static func http(_ text: String) -> String? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(separator: " ")
        guard parts.count == 6, let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
            let year = Int(parts[3]), 1...31 ~= day, 1970...9999 ~= year
        else { return nil }
        return "\(year)-\(twoDigits(month + 1))-\(twoDigits(day))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
