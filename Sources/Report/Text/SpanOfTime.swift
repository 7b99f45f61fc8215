/// A length of time in words, two units at most: `6 min 12 s`.
package enum SpanOfTime {
    package static func words(seconds: Int64) -> String {
        let total = seconds.magnitude
        if total < 60 { return "\(total) s" }
        if total < 3600 { return pair(total / 60, "min", total % 60, "s") }
        if total < 86_400 { return pair(total / 3600, "h", total % 3600 / 60, "min") }
        return pair(total / 86_400, total / 86_400 == 1 ? "day" : "days", total % 86_400 / 3600, "h")
    }

    private static func pair(_ first: UInt64, _ firstUnit: String, _ second: UInt64, _ secondUnit: String) -> String {
        second == 0 ? "\(first) \(firstUnit)" : "\(first) \(firstUnit) \(second) \(secondUnit)"
    }
}

extension Duration {
    /// `250 ms`, `1.5 s`, `6 min 12 s`.
    package var words: String {
        let thousandths = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        if thousandths < 1000 { return "\(thousandths) ms" }
        guard thousandths < 60_000, thousandths % 1000 != 0 else {
            return SpanOfTime.words(seconds: thousandths / 1000)
        }
        return "\(Double(thousandths) / 1000) s"
    }
}
