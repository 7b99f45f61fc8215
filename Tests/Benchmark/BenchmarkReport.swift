import JSONText

/// A part of a report that is no row of times beside their least.
protocol BenchmarkSection: Sendable {
    var text: String { get }
    var json: JSONValue { get }
}

/// What a run found, as aligned text or JSON.
struct BenchmarkReport {
    private(set) var results: [(measurement: Measurement, result: Sampler.Result)] = []

    /// What was measured with programs and servers, by its name in the JSON; else why it could not be.
    private(set) var sections: [(name: String, outcome: Result<any BenchmarkSection, Absence>)] = []

    mutating func add(_ name: String, _ outcome: Result<any BenchmarkSection, Absence>) {
        sections.append((name, outcome))
    }

    mutating func add(_ measurement: Measurement, _ result: Sampler.Result) {
        results.append((measurement, result))
    }

    /// The curves of every section that has some.
    var curves: [GrowthCurve] {
        sections.flatMap { section in ((try? section.outcome.get()) as? any CurveSection)?.curves ?? [] }
    }

    var text: String {
        let blocks = sections.map { name, outcome in
            switch outcome {
            case .success(let section): section.text
            case .failure(let absence): "\(name): not measured: \(absence.reason)"
            }
        }
        return (hotPaths + blocks).joined(separator: "\n\n")
    }

    private var hotPaths: [String] {
        results.map { measurement, result in
            let verdict: String =
                if let budget = measurement.budget {
                    "budget \(FigureText.fixed(budget, 2)): \(result.ratio <= budget ? "met" : "missed")"
                } else {
                    "no budget"
                }
            return """
                \(measurement.name)
                  \(Self.titled(measurement.title))\(Self.figure(result.workNanoseconds, measurement))
                  \(Self.titled(measurement.baselineTitle))\(Self.figure(result.baselineNanoseconds, measurement))
                  \(Self.titled("ratio"))\(FigureText.left(FigureText.fixed(result.ratio, 2), 8))     \(verdict)
                  \(Self.titled("tenth to ninetieth percentile of \(result.rounds) rounds"))\
                \(FigureText.left(FigureText.fixed(result.spread.low, 2), 8)) to \(FigureText.fixed(result.spread.high, 2))
                  \(Self.titled("ratio of the fastest rounds"))\(FigureText.left(FigureText.fixed(result.bestRatio, 2), 8))
                """
        }
    }

    var json: JSONValue {
        var object: JSONObject = [
            "schema": "bedrock-doctor.benchmark/1",
            "results": .array(
                results.map { measurement, result in
                    [
                        "name": .string(measurement.name), "title": .string(measurement.title),
                        "baseline": .string(measurement.baselineTitle),
                        "nanoseconds": FigureText.number(result.workNanoseconds),
                        "baselineNanoseconds": FigureText.number(result.baselineNanoseconds),
                        "items": measurement.items.map { .number(JSONNumber($0.count)) } ?? .null,
                        "bytes": measurement.bytes.map { .number(JSONNumber($0)) } ?? .null,
                        "ratio": FigureText.number(result.ratio), "bestRatio": FigureText.number(result.bestRatio),
                        "ratioP10": FigureText.number(result.spread.low),
                        "ratioP90": FigureText.number(result.spread.high),
                        "budget": measurement.budget.map { FigureText.number($0) } ?? .null,
                        "met": measurement.budget.map { .bool(result.ratio <= $0) } ?? .null,
                        "rounds": .number(JSONNumber(result.rounds)),
                        "runsPerBatch": .number(JSONNumber(result.runsPerBatch)),
                    ]
                }),
        ]
        for (name, outcome) in sections {
            switch outcome {
            case .success(let section): object[name] = section.json
            case .failure(let absence): object[name] = .object(["absent": .string(absence.reason)])
            }
        }
        return .object(object)
    }

    private static func microseconds(_ nanoseconds: Double) -> String {
        FigureText.left(FigureText.fixed(nanoseconds / 1000, 3), 8) + " us"
    }

    /// The time, and the rate where there is one: bytes in a nanosecond are thousands of megabytes in a second.
    private static func figure(_ nanoseconds: Double, _ measurement: Measurement) -> String {
        let time =
            measurement.length == .seconds
            ? FigureText.left(FigureText.fixed(nanoseconds / 1e6, 3), 8) + " ms" : microseconds(nanoseconds)
        if let bytes = measurement.bytes {
            return time + FigureText.left(String(Int((Double(bytes) / nanoseconds * 1000).rounded())), 7) + " MB/s"
        }
        guard let items = measurement.items else { return time }
        return time + FigureText.left(FigureText.fixed(Double(items.count) / nanoseconds * 1000, 2), 7)
            + " million \(items.name)/s"
    }

    private static func titled(_ text: String) -> String { FigureText.padded(text, 55) + " " }
}
