import JSONText

/// What an input of a kind costs `doctor explain` at one, two, four and eight times a length.
struct CostCurve {
    let name: String
    /// How long each input was, in bytes, and what the processor did for it, in milliseconds.
    let points: [(bytes: Int, milliseconds: Double)]

    private static let factors = [1, 2, 4, 8]

    /// The least length; what is read of a message at all ends far below it, so that only growth beyond that is seen.
    private static let length = 100_000

    /// The best of so many runs of each length.
    private static let rounds = 2

    init(_ input: CurveInput, doctor: String, folder: borrowing TemporaryFolder) throws(Absence) {
        name = input.name
        var points: [(bytes: Int, milliseconds: Double)] = []
        for factor in Self.factors {
            let text = input.make(Self.length * factor)
            let file = try folder.write("curve.txt", text)
            var best = Double.infinity
            for _ in 0..<Self.rounds { best = min(best, try MeasuredRun([doctor, "explain", file]).processor) }
            points.append((text.utf8.count, best * 1000))
        }
        self.points = points
    }

    /// Whether the last doubling costs less than three times what the one before did: of a line twice, of a square four times.
    ///
    /// A step that is small beside the whole is the machine's: most of what a message costs does not grow with it at all.
    var isLinear: Bool {
        let steps = zip(points.dropFirst(), points).map { $0.milliseconds - $1.milliseconds }
        guard let last = steps.last, let before = steps.dropLast().last, let whole = points.last?.milliseconds else {
            return true
        }
        return last < whole / 3 || last < 3 * max(before, 10)
    }

    var line: String {
        let times = points.map { FigureText.left("\(Int($0.milliseconds.rounded()))", 7) }.joined()
        return "    " + FigureText.padded(name, 33) + " " + times
            + (isLinear ? "" : "  more than linear")
    }

    var json: JSONValue {
        [
            "name": .string(name), "isLinear": .bool(isLinear),
            "points": .array(
                points.map {
                    .array([.number(JSONNumber($0.bytes)), .number(JSONNumber(Int($0.milliseconds.rounded())))])
                }),
        ]
    }
}
