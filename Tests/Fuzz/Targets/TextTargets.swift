import Deflate
import Diagnosis
import JSONText
import ServerClock
import SigV4
import TOMLText
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

    /// A text in TOML: what is read can be read again as JSON, and a fault is in the text.
    static let toml = FuzzTarget(name: "toml", title: "a text in TOML") { bytes in
        do throws(TOMLFault) {
            let value = JSONValue.object(try TOMLDocument.parse(bytes))
            hold((try? JSONValue(parsing: value.bytes(.compact))) == value, "what was read of TOML is not JSON")
        } catch {
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            hold((1...lines.count).contains(error.line), "a fault is in a line that is not there")
            hold((1...lines[error.line - 1].count + 1).contains(error.column), "a fault is behind its line")
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
