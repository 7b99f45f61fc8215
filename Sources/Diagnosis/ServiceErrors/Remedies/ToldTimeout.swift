import JSONText
import WireText

/// The time that a client waits for an answer, where a text tells it: `read_timeout=300`, `timeout of 30000ms exceeded`.
enum ToldTimeout {
    private static let marks = [
        "read_timeout", "read timeout", "readtimeout", "sockettimeout", "socket_timeout", "requesttimeout",
        "request_timeout", "request timeout", "timeout of", "timeout passed", "timeout:",
        "timeout=", "timeout =", "timeout(", "timeout_ms", "timeoutms", "timeout_seconds", "timed out after",
        "times out after", "deadline of", "withtimeout(ctx,",
    ]

    /// Limits of something else than an answer, by what stands before the word.
    private static let others = [
        "connect", "idle", "keepalive", "keep_alive", "session", "visibility", "acquire", "lock", "pool", "db", "redis",
    ]

    /// What stands between the name of the setting and its value.
    private static let between: Set<Substring> = [
        "of", "is", "to", "was", "set", "default", "value", "at", "defaults", "the", "duration", "ofseconds",
        "ofmillis", "from_secs", "from_millis", "fromseconds", "ctx", ">", "", "timespan",
    ]

    /// Seconds of the units in which people and programs tell a limit.
    private static let units: [Substring: Double] = [
        "ms": 0.001, "millis": 0.001, "milliseconds": 0.001, "millisecond": 0.001, "s": 1, "sec": 1, "secs": 1,
        "seconds": 1, "second": 1, "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
        "h": 3_600, "hour": 3_600, "hours": 3_600,
    ]

    /// Where the text is looked at no further.
    private static let limit = 16_384

    /// In whole seconds; `nil` where none is told, or where several are.
    static func seconds(in text: String) -> Int? {
        let lower = text.prefix(limit).lowercased()
        var found: Set<Int> = []
        for mark in marks {
            var rest = lower[...]
            while let place = rest.firstRange(of: mark) {
                let before = lower[..<place.lowerBound].suffix(12)
                rest = rest[place.upperBound...]
                if others.contains(where: before.contains) { continue }
                if let value = value(rest.prefix(48), mark) { found.insert(value) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The number that comes next, if it is one of a time.
    private static func value(_ text: Substring, _ mark: String) -> Int? {
        let line = text.prefix { !$0.isNewline }
        let words = line.split { " `'\"=:(*\t,".contains($0) }
        guard let place = words.firstIndex(where: { !between.contains(Self.bare($0)) }) else { return nil }
        let figure = words[place].prefix { $0.isNumber || $0 == "_" || $0 == "." }
        guard let number = Double(figure.replacing("_", with: "").trimmed(of: ".")), number > 0 else { return nil }
        let glued = words[place].dropFirst(figure.count).prefix(while: \.isLetter)
        let unit = glued.isEmpty ? words[(place + 1)...].first?.prefix(while: \.isLetter) ?? "" : glued
        let isOfMillis = mark.hasSuffix("ms") || line.contains("millis")
        // Where no unit stands, nobody waits a thousand seconds and more, and JavaScript counts in thousandths.
        let scale = units[unit] ?? (isOfMillis || number >= 5_000 ? 0.001 : 1)
        let seconds = Int((number * scale).rounded())
        return (1...86_400).contains(seconds) ? seconds : nil
    }

    /// A word of code without what it is a member of: `Duration.ofSeconds`.
    private static func bare(_ word: Substring) -> Substring {
        word.first?.isNumber ?? false ? word : word.split(separator: ".").last ?? word
    }
}
