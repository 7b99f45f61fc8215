import SigV4

/// The value of `Date`: an IMF-fixdate (RFC 9110, section 5.6.7), such as `Sun, 22 Nov 2026 10:00:00 GMT`.
///
/// It is made afresh for each response and never kept: clients take their clock's offset from it, and a value kept
/// for a second would tell them a time up to a second old.
enum HTTPDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ time: SigningTime) -> String {
        // YYYYMMDDTHHMMSSZ holds every part but the weekday; 1 January 1970 was a Thursday.
        let parts = Array(time.amzDate.utf8)
        let seconds = time.unixSeconds
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let weekday = weekdays[Int(((days % 7) + 7) % 7)]
        let month = months[Int(parts[4] - 48) * 10 + Int(parts[5] - 48) - 1]
        let colon = UInt8(ascii: ":")
        let space = UInt8(ascii: " ")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(29)
        bytes.append(contentsOf: weekday.utf8)
        bytes.append(contentsOf: [UInt8(ascii: ","), space, parts[6], parts[7], space])
        bytes.append(contentsOf: month.utf8)
        bytes.append(space)
        bytes.append(contentsOf: parts[0..<4])
        bytes.append(space)
        bytes.append(contentsOf: parts[9..<11])
        bytes.append(colon)
        bytes.append(contentsOf: parts[11..<13])
        bytes.append(colon)
        bytes.append(contentsOf: parts[13..<15])
        bytes.append(contentsOf: " GMT".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}
