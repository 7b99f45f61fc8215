import SigV4

/// The value of `Date`: an IMF-fixdate (RFC 9110, section 5.6.7), such as `Sun, 22 Nov 2026 10:00:00 GMT`.
///
/// It is made afresh for each response and never kept: clients take their clock's offset from it, and a value kept
/// for a second would tell them a time up to a second old. It is put together from bytes, which costs next to nothing.
enum HTTPDate {
    // 1 January 1970 was a Thursday.
    private static let weekdays = Array("ThuFriSatSunMonTueWed".utf8)
    private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)
    private static let pattern = Array("www, dd mmm yyyy hh:mm:ss GMT".utf8)

    static func text(_ time: SigningTime) -> String {
        let days = time.daysSince1970
        let date = CivilDate(daysSince1970: days)
        let second = Int(time.unixSeconds) - days * 86_400
        var text = pattern
        put(weekdays, (days % 7 + 7) % 7, at: 0)
        put(date.day, at: 5)
        put(months, date.month - 1, at: 8)
        put(date.year / 100, at: 12)
        put(date.year % 100, at: 14)
        put(second / 3600, at: 17)
        put(second / 60 % 60, at: 20)
        put(second % 60, at: 23)
        return String(decoding: text, as: UTF8.self)

        func put(_ names: [UInt8], _ index: Int, at place: Int) {
            for offset in 0..<3 { text[place + offset] = names[3 * index + offset] }
        }
        /// A number below a hundred in two digits.
        func put(_ number: Int, at place: Int) {
            text[place] = UInt8(ascii: "0") + UInt8(number / 10)
            text[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
        }
    }
}
