import Glibc
import JSONText

/// What something costs by how much there is of it.
struct GrowthCurve {
    /// What grows: `bytes of body`.
    let measure: String
    /// What each point says of it, with its unit: `us to verify`.
    let cost: String
    let points: [(size: Double, cost: Double)]

    /// The power of the size with which the cost grows between the last two points: 1 is linear, 2 a square.
    ///
    /// What does not grow at all is part of each cost, so that it says nothing against a line to be below 1.
    var power: Double? {
        guard points.count > 1, let last = points.last else { return nil }
        let before = points[points.count - 2]
        guard before.cost > 0, before.size > 0, last.size > before.size else { return nil }
        return log(last.cost / before.cost) / log(last.size / before.size)
    }

    var line: String {
        let figures = points.map { "\(Self.count($0.size)): \(FigureText.short($0.cost))" }.joined(separator: ", ")
        let growth = power.map { "; power \(FigureText.fixed(max($0, 0), 2))" } ?? ""
        return "  \(FigureText.padded("\(cost) by \(measure)", 44)) \(figures)\(growth)"
    }

    var json: JSONValue {
        [
            "by": .string(measure), "cost": .string(cost),
            "points": .array(points.map { .array([FigureText.number($0.size), FigureText.number($0.cost)]) }),
            "power": power.map(FigureText.number) ?? .null,
        ]
    }

    /// A size in the digits of a table: `1k`, `10M`.
    static func count(_ size: Double) -> String {
        for (unit, factor) in [("M", 1e6), ("k", 1e3)] where size >= factor {
            let value = size / factor
            return FigureText.fixed(value, value < 10 && value != value.rounded() ? 1 : 0) + unit
        }
        return FigureText.fixed(size, 0)
    }
}

/// A section of a report with curves, which a plot shows together.
protocol CurveSection: BenchmarkSection {
    var curves: [GrowthCurve] { get }
}
