import SigV4
import WireText

/// Forms in which a moment is written that are not the one of X-Amz-Date.
enum TimeForms {
    static func all(_ time: SigningTime?) -> [[UInt8]] {
        guard let time else { return [] }
        let basic = Array(time.amzDate)
        let date = CalendarDay(daysSince1970: time.daysSince1970)
        let (weekday, month) = (CalendarDay.weekdayNames[date.weekday], CalendarDay.monthNames[date.month - 1])
        let day = String(basic[0..<4]) + "-" + String(basic[4..<6]) + "-" + String(basic[6..<8])
        let clock = String(basic[9..<11]) + ":" + String(basic[11..<13]) + ":" + String(basic[13..<15])
        let mail = "\(weekday), \(String(basic[6..<8])) \(month) \(String(basic[0..<4])) \(clock)"
        let short = String(basic[0..<15])
        return [
            "\(day)T\(clock)Z", "\(mail) GMT", "\(mail) +0000", "\(mail) UTC", "\(mail) -0000", short, "\(short).000Z",
            "\(day)T\(clock).000Z", "\(day)T\(clock)+00:00", "\(short)+0000", "\(day) \(clock)", "\(day)T\(clock)",
            "\(day) \(clock)+00:00", "\(time.unixSeconds)", "\(time.unixSeconds)000", time.dateStamp,
            "\(short)Z\n", "\(time.dateStamp)\(String(basic[9..<15]))", "\(time.dateStamp)t\(String(basic[9..<15]))z",
            "\(time.dateStamp) \(String(basic[9..<15]))", "\(time.dateStamp)T000000Z", "\(short)z",
            // What a wrong letter in a format gives: the month for the minutes, the minutes for the month, twelve hours.
            "\(time.dateStamp)T\(String(basic[9..<11]))\(String(basic[4..<6]))\(String(basic[13..<15]))Z",
            "\(String(basic[0..<4]))\(String(basic[11..<13]))\(String(basic[6..<8]))T\(String(basic[9..<15]))Z",
            "\(time.dateStamp)T\(twelve(basic))\(String(basic[11..<15]))Z", "\(day)T\(clock).000000",
            "\(day)T\(clock).000000Z", "\(day)T\(clock).000000+00:00", "\(short) Z", "\(time.dateStamp)T\(clock)Z",
            "\(weekday) \(month) \(String(basic[6..<8])) \(clock) \(String(basic[0..<4]))",
            "\(weekday) \(month) \(String(basic[6..<8])) \(clock) UTC \(String(basic[0..<4]))",
            "\(String(basic[6..<8]))/\(String(basic[4..<6]))/\(String(basic[0..<4])) \(clock)", "\(day)",
            "\(time.unixSeconds).0",
        ].map { Array($0.utf8) }
    }

    /// Reads what is meant to be a time in some other form: digits in the order year to second, whatever is between them.
    static func read(_ text: [UInt8]) -> SigningTime? {
        if let time = SigningTime(dateHeader: text) { return time }
        var digits: [UInt8] = []
        for byte in text {
            // Fractions of seconds and zones are left alone.
            if digits.count >= 14 { break }
            if byte.decimalDigit != nil { digits.append(byte) }
        }
        if digits.count == 14, text.first.map({ $0.decimalDigit != nil }) ?? false {
            let stamp = digits[..<8] + [UInt8(ascii: "T")] + digits[8...] + [UInt8(ascii: "Z")]
            return SigningTime(amzDate: String(decoding: stamp, as: UTF8.self))
        }
        guard text.allSatisfy({ $0.decimalDigit != nil }), let number = Int64(String(decoding: text, as: UTF8.self))
        else {
            return nil
        }
        return SigningTime(unixSeconds: text.count > 11 ? number / 1000 : number)
    }

    /// The hour as a clock of twelve hours shows it.
    private static func twelve(_ basic: some RandomAccessCollection<Character>) -> String {
        let hour = (Int(String(basic.dropFirst(9).prefix(2))) ?? 0) % 12
        return (hour == 0 ? "12" : hour < 10 ? "0\(hour)" : "\(hour)")
    }
}
