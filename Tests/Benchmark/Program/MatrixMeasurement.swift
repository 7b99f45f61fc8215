import Catalog
import JSONText

/// `doctor models` with 238 cells (7 models in 34 regions) against a server that takes 100 ms for each answer, beside the
/// floor: as many waits as must follow one another.
struct MatrixMeasurement {
    /// How many times the floor the whole process may take, and how many megabytes.
    static let budget = (times: 1.1, memory: 40.0)

    static let (models, regions, concurrency) = (7, 34, 32)
    /// How long the server takes, in milliseconds.
    static let latency = 100

    let program: String

    struct Figures {
        /// Seconds from start to end.
        let elapsed: Double
        /// Seconds that the waits alone take.
        let floor: Double
        /// The most memory, in megabytes.
        let memory: Double
    }

    func run() async throws -> Figures {
        let doctor = try DoctorProgram.path(beside: program)
        let matrix = MatrixRun(models: Self.models, concurrency: Self.concurrency)
        let folder = try TemporaryFolder()
        let output = try folder.write("matrix.json", "")
        let (runs, memory) = try await ServerProcess.with(program, ["serve", MockProcess.matrix], port: nil) { port in
            let (command, environment) = (matrix.command(doctor, port: port), MatrixRun.environment)
            let runs = try (0..<3).map { _ in try MeasuredRun(command, environment: environment, output: output) }
            return (runs, try MeasuredRun.peakMemory(of: command, environment: environment, folder))
        }
        guard let best = runs.min(by: { $0.elapsed < $1.elapsed }), best.status == 0,
            try folder.read("matrix.json").contains("\"accessible\"")
        else { throw Absence(reason: "doctor models did not find every model accessible") }
        return Figures(elapsed: best.elapsed, floor: matrix.floor, memory: memory)
    }
}

/// A run of `doctor models` against the slow server.
struct MatrixRun {
    let models: Int
    let concurrency: Int

    var cells: Int { models * MatrixMeasurement.regions }

    /// Seconds that the waits alone take: as many as must follow one another.
    var floor: Double {
        Double((cells + concurrency - 1) / concurrency * MatrixMeasurement.latency) / 1000
    }

    func command(_ doctor: String, port: Int) -> [String] {
        [
            doctor, "models", "--models", MockProcess.matrixModels(models).joined(separator: ","), "--regions",
            Region.inMatrix.map(\.name).joined(separator: ","), "--concurrency", "\(concurrency)", "--format", "json",
            "--endpoint-url", "http://127.0.0.1:\(port)",
        ]
    }

    static let environment = [
        "AWS_ACCESS_KEY_ID": Workload.accessKeyID, "AWS_SECRET_ACCESS_KEY": Workload.secret,
        "AWS_SESSION_TOKEN": Workload.token, "HOME": "/nonexistent",
    ]
}

extension Region {
    /// The regions of the matrix.
    static var inMatrix: ArraySlice<Region> { RegionCatalog.all.prefix(MatrixMeasurement.regions) }
}

extension MatrixMeasurement.Figures: BenchmarkSection {
    var text: String {
        let budget = MatrixMeasurement.budget
        let times = elapsed / floor
        return """
            matrix: \(MatrixMeasurement.models * MatrixMeasurement.regions) probes, \(MatrixMeasurement.concurrency) at a time, \
            \(MatrixMeasurement.latency) ms each: \(FigureText.fixed(elapsed, 2)) s
              \(FigureText.fixed(times, 2)) times the floor of \(floor) s, budget \(budget.times): \
            \(times <= budget.times ? "met" : "missed")
              \(Int(memory)) MB of memory, budget \(Int(budget.memory)): \(memory <= budget.memory ? "met" : "missed")
            """
    }

    var json: JSONValue {
        [
            "seconds": FigureText.number(elapsed),
            "floorSeconds": FigureText.number(floor),
            "memoryMegabytes": .number(JSONNumber(Int(memory))),
        ]
    }
}
