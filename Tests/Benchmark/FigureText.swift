import JSONText

/// Figures as columns of text, and as numbers of JSON.
enum FigureText {
    /// A text at the right end of a column.
    static func left(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// A text at the left end of a column.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// A number with so many decimals.
    static func fixed(_ value: Double, _ decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((value.magnitude * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(sign)\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    /// A number with three digits or more: `0.871`, `12.3`, `4711`.
    static func short(_ value: Double) -> String { fixed(value, value < 1 ? 3 : value < 100 ? 1 : 0) }

    /// A number with three decimals: what a double has beyond them is no figure of a measurement.
    static func number(_ value: Double) -> JSONValue {
        JSONNumber(literal: fixed(value, 3)).map { .number($0) } ?? .null
    }
}
