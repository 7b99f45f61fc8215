import SigV4

/// Forms in which a moment is written that are not the one of X-Amz-Date.
enum TimeForms {
    static func all(_ time: SigningTime?) -> [[UInt8]] {
        guard let time else { return [] }
        let basic = Array(time.amzDate)
        let date = CivilDate(daysSince1970: time.daysSince1970)
        let day = String(basic[0..<4]) + "-" + String(basic[4..<6]) + "-" + String(basic[6..<8])
        let clock = String(basic[9..<11]) + ":" + String(basic[11..<13]) + ":" + String(basic[13..<15])
        let weekday = weekdays[((time.daysSince1970 % 7) + 11) % 7]
        let mail = "\(weekday), \(String(basic[6..<8])) \(months[date.month - 1]) \(String(basic[0..<4])) \(clock)"
        let short = String(basic[0..<15])
        return [
            "\(day)T\(clock)Z", "\(mail) GMT", "\(mail) +0000", "\(mail) UTC", "\(mail) -0000", short, "\(short).000Z",
            "\(day)T\(clock).000Z", "\(day)T\(clock)+00:00", "\(short)+0000", "\(day) \(clock)", "\(day)T\(clock)",
            "\(day) \(clock)+00:00", "\(time.unixSeconds)", "\(time.unixSeconds)000", time.dateStamp,
            "\(short)Z\n", "\(time.dateStamp)\(String(basic[9..<15]))",
        ].map { Array($0.utf8) }
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
