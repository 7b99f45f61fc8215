import Glibc

/// Curves as a drawing in SVG: a panel each, both axes logarithmic, with a dashed line of linear growth.
///
/// Its colours are read on a light page and on a dark one.
struct CurvePlot {
    let curves: [GrowthCurve]

    private static let (width, height, columns) = (280.0, 190.0, 3)
    /// What the axes' figures take.
    private static let (left, right, top, bottom) = (44.0, 14.0, 30.0, 34.0)

    var svg: String {
        let rows = (curves.count + Self.columns - 1) / Self.columns
        let (width, height) = (Int(Self.width) * Self.columns, Int(Self.height) * rows)
        let panels = curves.enumerated().map { index, curve in
            let x = Double(index % Self.columns) * Self.width
            let y = Double(index / Self.columns) * Self.height
            return "<g transform=\"translate(\(Int(x)) \(Int(y)))\">\(panel(curve))</g>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            font-family="system-ui, sans-serif" font-size="10" fill="#768390">
            <title>What things cost by how much there is of them</title>
            \(panels.joined(separator: "\n"))
            </svg>

            """
    }

    func write(to file: String) throws(Absence) { try TemporaryFolder.write(svg, to: file) }

    private func panel(_ curve: GrowthCurve) -> String {
        let sizes = Axis(curve.points.map(\.size), from: Self.left, to: Self.width - Self.right)
        let costs = Axis(curve.points.map(\.cost), from: Self.height - Self.bottom, to: Self.top)
        let places = curve.points.map { (sizes.place($0.size), costs.place($0.cost)) }
        var parts = [
            "<text x=\"\(Int(Self.left))\" y=\"16\" font-weight=\"600\" font-size=\"11\">\(curve.cost)</text>",
            "<text x=\"\(Self.text(Self.width - Self.right))\" y=\"\(Self.text(Self.height - 4))\" "
                + "text-anchor=\"end\">\(curve.measure)</text>",
        ]
        for decade in sizes.decades {
            let x = Self.text(sizes.place(decade))
            parts.append(
                "<path d=\"M\(x) \(Self.text(Self.top))V\(Self.text(Self.height - Self.bottom))\" stroke=\"#76839055\"/>"
            )
            parts.append(
                "<text x=\"\(x)\" y=\"\(Self.text(Self.height - Self.bottom + 13))\" text-anchor=\"middle\">"
                    + "\(GrowthCurve.count(decade))</text>")
        }
        for decade in costs.decades {
            let y = costs.place(decade)
            parts.append(
                "<path d=\"M\(Self.text(Self.left)) \(Self.text(y))H\(Self.text(Self.width - Self.right))\" "
                    + "stroke=\"#76839055\"/>")
            parts.append(
                "<text x=\"\(Self.text(Self.left - 5))\" y=\"\(Self.text(y + 3))\" text-anchor=\"end\">"
                    + "\(GrowthCurve.count(decade))</text>")
        }
        if let linear = linear(curve, sizes, costs) { parts.append(linear) }
        let path = places.map { "\(Self.text($0.0)),\(Self.text($0.1))" }.joined(separator: " ")
        parts.append("<polyline points=\"\(path)\" fill=\"none\" stroke=\"#4184e4\" stroke-width=\"2\"/>")
        parts += places.map { "<circle cx=\"\(Self.text($0.0))\" cy=\"\(Self.text($0.1))\" r=\"3\" fill=\"#4184e4\"/>" }
        return parts.joined()
    }

    /// The line of linear growth through the last point, as far as it stays in the panel.
    private func linear(_ curve: GrowthCurve, _ sizes: Axis, _ costs: Axis) -> String? {
        guard let last = curve.points.last, let first = curve.points.first, last.cost > first.cost * 1.5 else {
            return nil
        }
        let least = max(first.size, last.size * costs.least / last.cost)
        let start = (sizes.place(least), costs.place(last.cost * least / last.size))
        return "<path d=\"M\(Self.text(start.0)) \(Self.text(start.1))L\(Self.text(sizes.place(last.size))) "
            + "\(Self.text(costs.place(last.cost)))\" stroke=\"#768390\" stroke-dasharray=\"4 3\"/>"
    }

    private static func text(_ value: Double) -> String { FigureText.fixed(value, 1) }

    /// A logarithmic axis over whole decades.
    private struct Axis {
        let least: Double
        private let powers: ClosedRange<Int>
        private let (from, to): (Double, Double)

        init(_ values: [Double], from: Double, to: Double) {
            let low = Int(log10(max(values.min() ?? 1, 1e-3)).rounded(.down))
            let high = Int(log10(max(values.max() ?? 1, 1e-3)).rounded(.up))
            powers = low...max(high, low + 1)
            least = pow(10, Double(low))
            (self.from, self.to) = (from, to)
        }

        var decades: [Double] { powers.map { pow(10, Double($0)) } }

        func place(_ value: Double) -> Double {
            let part = (log10(value) - Double(powers.lowerBound)) / Double(powers.count - 1)
            return from + (to - from) * part
        }
    }
}
