import WireText

/// The time that a client waits for an answer, where a text tells it: `read_timeout=300`, `timed out after 300 seconds`.
enum ToldTimeout {
    private static let marks = ["read_timeout", "read timeout", "timeout of", "timed out after", "times out after"]

    /// What stands between the name of the setting and its value.
    private static let between: Set<Substring> = ["of", "is", "to", "was", "set", "default", "value", "at", "defaults"]

    /// Where the text is looked at no further.
    private static let limit = 16_384

    /// In whole seconds; `nil` where none is told, or where several are.
    static func seconds(in text: String) -> Int? {
        let lower = text.prefix(limit).lowercased()
        var found: Set<Int> = []
        for mark in marks {
            var rest = lower[...]
            while let place = rest.firstRange(of: mark) {
                rest = rest[place.upperBound...]
                if let value = value(rest.prefix(40)) { found.insert(value) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The number that comes next, if it is one of seconds.
    private static func value(_ text: Substring) -> Int? {
        let words = text.split { " `'\"=:(*\t".contains($0) }
        guard let place = words.firstIndex(where: { !between.contains($0) }) else { return nil }
        let figure = words[place].prefix(while: \.isNumber)
        guard let value = Int(figure), (1...86_400).contains(value) else { return nil }
        let glued = words[place].dropFirst(figure.count).prefix(while: \.isLetter)
        let unit = glued.isEmpty ? words[(place + 1)...].first?.prefix(while: \.isLetter) ?? "" : glued
        return ["ms", "milliseconds", "m", "min", "minutes", "minute", "h", "hours"].contains(unit) ? nil : value
    }
}
