/// A family of metrics in the text format of OpenMetrics 1.0.0: its description, then its samples.
struct MetricFamily {
    /// The types that a report needs; none of them counts on.
    enum Kind: String {
        case gauge, info
    }

    /// A value with what tells it from the others of its family.
    struct Sample {
        var labels: [(name: String, value: String)] = []
        var value: Double
    }

    let name: String
    let kind: Kind
    /// The unit, in which the name must end; `nil` for a plain number.
    var unit: String?
    let help: String
    let samples: [Sample]

    /// The family's lines; none where it has no sample.
    ///
    /// Of samples with the same labels the first one stands: a second one would make the whole unreadable.
    func lines() -> [String] {
        guard !samples.isEmpty else { return [] }
        var lines = ["# TYPE \(name) \(kind.rawValue)"]
        if let unit { lines.append("# UNIT \(name) \(unit)") }
        lines.append("# HELP \(name) \(Self.escaped(help))")
        var seen: Set<String> = []
        for sample in samples {
            let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
            guard seen.insert(labels).inserted else { continue }
            let full = kind == .info ? name + "_info" : name
            lines.append(full + (labels.isEmpty ? "" : "{\(labels)}") + " \(Self.number(sample.value))")
        }
        return lines
    }

    /// What may not stand in a quoted text as it is: the specification's `escaped-string`.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A number without a fraction that says nothing: a millionth is the least.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
        return value.rounded() == value && value.magnitude < 1e15 ? "\(Int(value))" : "\((value * 1e6).rounded() / 1e6)"
    }
}
