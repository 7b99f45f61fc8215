import Glibc
import JSONText

// Measures the hot paths against the least that they could cost, in one run:
//
//     swift run -c release benchmark [NAME...|all] [--json] [--plot FILE]
//     swift run -c release benchmark --check
//
// It never fails on a time: figures are for reading. What --check counts (instructions, allocations, look-ups of generic
// metadata, calls of the system) does not depend on the machine's speed, and fails above the thresholds.

var names: [String] = []
var (printsJSON, checks) = (false, false)
var plot: String?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--plot": plot = arguments.popFirst()
    case "--json": printsJSON = true
    case "--check": checks = true
    default: names.append(argument)
    }
}
if names.first == "serve" {
    // The mock in a process of its own, started by this program.
    try await MockProcess.serve(names.last ?? "")
} else if names.first == "endure" {
    // The client core under load, in a process of its own: for Tests/Endurance/run, which needs the pair first.
    if names.count == 3, let port = Int(names[1]), let seconds = Int(names[2]) {
        try await EnduringClient.run(port: port, seconds: seconds)
    } else {
        print(EnduringClient.pair.text(.compact))
    }
} else if names.first == "count", names.count == 3 {
    // Some work in a process of its own, for what counts it.
    try CountedWork.run(names[1], Int(names[2]) ?? 0)
    // Other threads serve for ever.
    raise(SIGTERM)
} else if checks {
    do {
        let isGood = try await Thresholds().check(Counter(program: CommandLine.arguments[0]))
        exit(isGood ? 0 : 1)
    } catch let absence as Absence {
        print("not counted: \(absence.reason)")
        exit(2)
    }
} else {
    try await measure(names, printsJSON: printsJSON, plot: plot)
}

/// What is measured with programs and servers: the word that selects it, its name in the JSON, and how.
func sections() -> [(word: String, name: String, run: () async throws -> any BenchmarkSection)] {
    [
        (
            "mock-server", "servers",
            { ServerReport(rows: try await ServerComparison(program: CommandLine.arguments[0]).run()) }
        ),
        ("replay", "replay", { try await ReplayComparison(program: CommandLine.arguments[0]).run() }),
        ("explain", "explain", { try ExplainComparison(program: CommandLine.arguments[0]).run() }),
        ("start", "start", { try StartMeasurement(program: CommandLine.arguments[0]).run() }),
        ("curves", "curves", { try await CurveReport.run(program: CommandLine.arguments[0]) }),
        ("matrix", "matrix", { try await MatrixMeasurement(program: CommandLine.arguments[0]).run() }),
    ]
}

/// Measures what is named, everything if nothing is, prints it, and draws its curves into a file.
func measure(_ names: [String], printsJSON: Bool, plot: String?) async throws {
    let known = Measurement.all.map(\.name) + sections().map(\.word)
    let isAll = names.isEmpty || names.contains("all")
    if let unknown = names.first(where: { $0 != "all" && !known.contains($0) }) {
        return print("There is no measurement '\(unknown)'. There are: \(known.joined(separator: ", ")), all.")
    }
    var report = BenchmarkReport()
    for measurement in Measurement.all where isAll || names.contains(measurement.name) {
        report.add(measurement, Sampler().run(measurement))
    }
    for section in sections() where isAll || names.contains(section.word) {
        do {
            report.add(section.name, .success(try await section.run()))
        } catch let absence as Absence {
            report.add(section.name, .failure(absence))
        }
    }
    if let plot { try CurvePlot(curves: report.curves).write(to: plot) }
    print(printsJSON ? report.json.text(.pretty(indent: 2)) : report.text)
}
