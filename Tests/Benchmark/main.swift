import JSONText

// Measures the hot paths against the least that they could cost, in one run:
//
//     swift run -c release benchmark [NAME...|all] [--json]
//
// It never fails on a time: figures are for reading.

var names: [String] = []
var printsJSON = false
for argument in CommandLine.arguments.dropFirst() {
    if argument == "--json" { printsJSON = true } else { names.append(argument) }
}
let (servers, replay) = ("mock-server", "replay")
let known = Measurement.all.map(\.name) + [servers, replay]
let isAll = names.isEmpty || names.contains("all")
if names.first == "serve" {
    // The mock in a process of its own, started by this program.
    try await MockProcess.serve(MockProcess.Burden(rawValue: names.last ?? "") ?? .none)
} else if let unknown = names.first(where: { $0 != "all" && !known.contains($0) }) {
    print("There is no measurement '\(unknown)'. There are: \(known.joined(separator: ", ")), all.")
} else {
    var report = BenchmarkReport()
    for measurement in Measurement.all where isAll || names.contains(measurement.name) {
        report.add(measurement, Sampler().run(measurement))
    }
    if isAll || names.contains(servers) {
        do {
            report.servers = .success(
                ServerReport(rows: try await ServerComparison(program: CommandLine.arguments[0]).run()))
        } catch let absence as Absence {
            report.servers = .failure(absence)
        }
    }
    if isAll || names.contains(replay) {
        do {
            report.replay = .success(try await ReplayComparison(program: CommandLine.arguments[0]).run())
        } catch let absence as Absence {
            report.replay = .failure(absence)
        }
    }
    print(printsJSON ? report.json.text(.pretty(indent: 2)) : report.text)
}
