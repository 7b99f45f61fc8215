import Deflate
import Diagnosis
import JSONText
import ServerClock
import SigV4
import WireText

extension FuzzTarget {
    /// A text in JSON: what is read is written so that it is read as the same.
    static let json = FuzzTarget(name: "json", title: "a text in JSON") { bytes in
        guard let value = try? JSONValue(parsing: bytes) else { return }
        for style in [JSONStyle.compact, .pretty(indent: 2), .fitted(indent: 2, width: 60)] {
            let again = try? JSONValue(parsing: value.bytes(style))
            hold(again == value, "JSON that was read and written is read as something else")
        }
    }

    /// A date in any of the forms that clients and services send: what is read is written so that it is read as the same.
    static let dates = FuzzTarget(name: "dates", title: "a date", limit: 128) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let date = try? HTTPDate(parsing: text) {
            hold((try? HTTPDate(parsing: date.description)) == date, "a date of HTTP is written as another")
        }
        _ = try? HTTPDate(mailDate: text)
        if let time = SigningTime(amzDate: text) {
            hold(SigningTime(amzDate: time.amzDate) == time, "a signing time is written as another")
        }
        _ = SigningTime(dateHeader: bytes)
        if let day = CalendarDay(text) { hold(CalendarDay(day.description) == day, "a day is written as another") }
        _ = ISO8601Time.unixSeconds(text)
        _ = SignatureTimeMessage(in: text)
    }

    /// A compressed body: within the limit or refused, and compressed again it is the same.
    static let inflate = FuzzTarget(name: "inflate", title: "a compressed body") { bytes in
        let limit = 1 << 16
        for result in [
            try? Expansion.gunzip(bytes.span, limit: limit), try? Expansion.inflate(bytes.span, limit: limit),
        ] {
            guard let result else { continue }
            hold(result.count <= limit, "more came out than may")
        }
    }
}
