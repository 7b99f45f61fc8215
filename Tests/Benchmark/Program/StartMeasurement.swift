import JSONText

/// `doctor --version`: what every command costs before it does anything.
struct StartMeasurement {
    /// Milliseconds to stay within, as the README builds it; a static build has half of that.
    static let budget = 20.0

    private static let rounds = 40

    let program: String

    struct Figures {
        /// Milliseconds from the start of the process to its end: the fastest, and the median.
        let fastest: Double
        let median: Double
        /// The most memory, in megabytes.
        let memory: Double
    }

    func run() throws -> Figures {
        let doctor = try DoctorProgram.path(beside: program)
        let runs = try (0..<Self.rounds).map { _ in try MeasuredRun([doctor, "--version"]) }
        guard runs.allSatisfy({ $0.status == 0 }) else { throw Absence(reason: "doctor --version failed") }
        let folder = try TemporaryFolder()
        let times = runs.map { $0.elapsed * 1000 }.sorted()
        return Figures(
            fastest: times[0], median: times[times.count / 2],
            memory: try MeasuredRun.peakMemory(of: [doctor, "--version"], folder))
    }
}

extension StartMeasurement.Figures: BenchmarkSection {
    var text: String {
        let isMet = fastest <= StartMeasurement.budget
        return
            "start: doctor --version takes \(FigureText.fixed(fastest, 1)) ms (median \(FigureText.fixed(median, 1))), "
            + "\(Int(memory)) MB of memory; budget \(Int(StartMeasurement.budget)) ms: \(isMet ? "met" : "missed")"
    }

    var json: JSONValue {
        [
            "fastestMs": FigureText.number(fastest),
            "medianMs": FigureText.number(median),
            "memoryMegabytes": .number(JSONNumber(Int(memory))),
        ]
    }
}
