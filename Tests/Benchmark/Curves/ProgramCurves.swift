import JSONText
import Recordings

/// What the whole program costs by the number of recorded exchanges, of cells, and by the length of a log.
struct ProgramCurves {
    let program: String

    func run() async throws -> [GrowthCurve] {
        let doctor = try DoctorProgram.path(beside: program)
        let folder = try TemporaryFolder()
        return [
            try recordings(doctor, folder), try log(doctor, folder), try await cells(doctor, folder),
        ]
    }

    private func recordings(_ doctor: String, _ folder: borrowing TemporaryFolder) throws -> GrowthCurve {
        var points: [(size: Double, cost: Double)] = []
        for count in [100, 1_000, 10_000, 100_000] {
            let recording = MockProcess.recording(count)
            let file = try folder.write("many.json", String(decoding: recording.bytes(), as: UTF8.self))
            let run = try MeasuredRun([doctor, "replay", file])
            guard run.status == 0 else { throw Absence(reason: "doctor replay failed with \(count) exchanges") }
            points.append((Double(count), run.elapsed * 1000))
        }
        return GrowthCurve(measure: "recorded exchanges", cost: "ms to replay", points: points)
    }

    private func log(_ doctor: String, _ folder: borrowing TemporaryFolder) throws -> GrowthCurve {
        var points: [(size: Double, cost: Double)] = []
        for size in [1_000_000, 10_000_000, 100_000_000] {
            let file = try folder.write("debug.log", size: size, DebugLog.piece)
            points.append((Double(size), try MeasuredRun([doctor, "explain", file]).elapsed * 1000))
        }
        return GrowthCurve(measure: "bytes of log", cost: "ms to explain", points: points)
    }

    /// The time of the whole program as a multiple of what the answers alone take.
    private func cells(_ doctor: String, _ folder: borrowing TemporaryFolder) async throws -> GrowthCurve {
        let output = try folder.write("matrix.json", "")
        let points = try await ServerProcess.with(program, ["serve", MockProcess.matrix], port: nil) { port in
            try [7, 70, MockProcess.largestMatrix].map { models in
                let matrix = MatrixRun(models: models, concurrency: 238)
                let run = try MeasuredRun(
                    matrix.command(doctor, port: port), environment: MatrixRun.environment, output: output)
                guard run.status == 0 else { throw Absence(reason: "doctor models failed with \(models) models") }
                return (size: Double(matrix.cells), cost: run.elapsed / matrix.floor)
            }
        }
        return GrowthCurve(measure: "cells", cost: "times the floor", points: points)
    }
}
