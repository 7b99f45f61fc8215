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
let known = Measurement.all.map(\.name)
if let unknown = names.first(where: { $0 != "all" && !known.contains($0) }) {
    print("There is no measurement '\(unknown)'. There are: \(known.joined(separator: ", ")), all.")
} else {
    var report = BenchmarkReport()
    for measurement in Measurement.all
    where names.isEmpty || names.contains("all") || names.contains(measurement.name) {
        report.add(measurement, Sampler().run(measurement))
    }
    print(printsJSON ? report.json.text(.pretty(indent: 2)) : report.text)
}
