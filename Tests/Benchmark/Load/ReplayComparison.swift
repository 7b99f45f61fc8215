import JSONText
import Recordings
import Subprocess
import SystemPackage

/// `doctor replay` beside boto3: recorded exchanges signed, sent, verified, answered and decoded, a second.
struct ReplayComparison {
    /// The whole program is to be so many times as fast as boto3, and to reach this many exchanges a second.
    static let budget = (times: 15.0, perSecond: 5000.0)

    /// How many exchanges are replayed; the start of the program is part of the time.
    private static let exchanges = 10_000
    private static let calls = 1_000

    /// This program, whose folder has `doctor` too when that was built.
    let program: String

    struct Figures {
        let exchangesPerSecond: Double
        /// boto3's calls a second against the mock, or why there are none.
        let peer: Result<Double, Absence>
    }

    func run() async throws -> Figures {
        let folder = try TemporaryFolder()
        let recording = String(decoding: MockProcess.recording(Self.exchanges).bytes(), as: UTF8.self)
        let file = try folder.write("many.json", recording)
        let parts = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let doctor = (parts + ["doctor"]).joined(separator: "/")
        let clock = ContinuousClock()
        let began = clock.now
        let text = try await Self.output(
            [doctor, "replay", file], "doctor (swift build -c release --product doctor)")
        let spent = (clock.now - began).components
        guard text.contains("\(Self.exchanges)") else { throw Absence(reason: "doctor replay did not replay all") }
        let seconds = Double(spent.seconds) + Double(spent.attoseconds) / 1e18
        return Figures(exchangesPerSecond: Double(Self.exchanges) / seconds, peer: await peer())
    }

    private func peer() async -> Result<Double, Absence> {
        do {
            let rate = try await ServerProcess.with(program, ["serve", "recordings"], port: nil) { port in
                let script = #filePath.split(separator: "/").dropLast().joined(separator: "/")
                return try await Self.output(
                    Pinning.load.command(
                        "python3",
                        [
                            "/\(script)/boto3_calls.py", "\(port)", "\(Self.calls)", Workload.accessKeyID,
                            Workload.secret, Workload.token,
                        ]), "python3 with boto3")
            }
            guard let rate = Double(rate.split(separator: "\n").last ?? "") else {
                return .failure(Absence(reason: "boto3 gave no figure"))
            }
            return .success(rate)
        } catch let absence as Absence {
            return .failure(absence)
        } catch {
            return .failure(Absence(reason: "\(error)"))
        }
    }

    private static func output(_ command: [String], _ name: String) async throws -> String {
        let program = command[0]
        let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
        do {
            result = try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program),
                arguments: Arguments(Array(command.dropFirst())), output: .string(limit: 64 << 20),
                error: .string(limit: 1 << 20))
        } catch {
            throw Absence(reason: "\(name) cannot be run")
        }
        guard result.terminationStatus.isSuccess else {
            throw Absence(reason: "\(name) failed: \(result.standardError.suffix(200))")
        }
        return result.standardOutput
    }
}

extension ReplayComparison.Figures: BenchmarkSection {
    var text: String {
        var lines = ["replay: recorded exchanges a second, the whole program: \(Int(exchangesPerSecond))"]
        switch peer {
        case .success(let peer):
            let times = exchangesPerSecond / peer
            let isMet =
                times >= ReplayComparison.budget.times && exchangesPerSecond >= ReplayComparison.budget.perSecond
            lines.append(
                "  boto3 against the mock: \(Int(peer)); \(Int((times * 10).rounded()) / 10) times as many, budget "
                    + "\(Int(ReplayComparison.budget.times)) times and \(Int(ReplayComparison.budget.perSecond)): "
                    + (isMet ? "met" : "missed"))
        case .failure(let absence): lines.append("  boto3 is absent: \(absence.reason)")
        }
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        var object: JSONObject = ["exchangesPerSecond": .number(JSONNumber(Int(exchangesPerSecond)))]
        switch peer {
        case .success(let peer): object["boto3PerSecond"] = .number(JSONNumber(Int(peer)))
        case .failure(let absence): object["boto3Absent"] = .string(absence.reason)
        }
        return .object(object)
    }
}
