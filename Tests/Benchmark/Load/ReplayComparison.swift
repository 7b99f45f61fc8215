import JSONText
import Recordings
import Subprocess
import SystemPackage

/// `doctor replay` beside boto3 and vcrpy: recorded exchanges signed, sent, verified, answered and decoded, a second.
struct ReplayComparison {
    /// The whole program is to be so many times as fast as boto3, and to reach this many exchanges a second.
    static let budget = (times: 15.0, perSecond: 5000.0)

    /// How many exchanges are replayed; the start of the program is part of the time.
    private static let exchanges = 10_000
    private static let calls = 1_000
    /// How often each is measured in turn; the best counts.
    private static let rounds = 3

    /// This program, whose folder has `doctor` too when that was built.
    let program: String

    /// Who makes the same calls in Python, one after another, on one core, while the mock has the other.
    enum Peer: String, CaseIterable {
        /// It asks the mock, which verifies each request as it does those of `doctor replay`.
        case boto3
        /// It answers boto3 from a cassette, and nobody verifies the signature.
        case vcrpy

        var title: String {
            switch self {
            case .boto3: "boto3 against the mock"
            case .vcrpy: "boto3 with vcrpy"
            }
        }
    }

    struct Figures {
        let exchangesPerSecond: Double
        /// Each peer's calls a second, or why there are none.
        let peers: [(peer: Peer, perSecond: Result<Double, Absence>)]
    }

    func run() async throws -> Figures {
        let folder = try TemporaryFolder()
        let recording = String(decoding: MockProcess.recording(Self.exchanges).bytes(), as: UTF8.self)
        let file = try folder.write("many.json", recording)
        let doctor = try DoctorProgram.path(beside: program)
        var best = 0.0
        var peers: [Peer: Result<Double, Absence>] = [:]
        for _ in 0..<Self.rounds {
            best = max(best, try await replay(doctor, file))
            for peer in Peer.allCases {
                // What is not there in the first round is not looked for again.
                if case .failure = peers[peer] { continue }
                let rate = await perSecond(peer)
                if let known = try? peers[peer]?.get(), let new = try? rate.get(), known >= new { continue }
                peers[peer] = rate
            }
        }
        return Figures(
            exchangesPerSecond: best, peers: Peer.allCases.compactMap { peer in peers[peer].map { (peer, $0) } })
    }

    private func replay(_ doctor: String, _ file: String) async throws -> Double {
        let clock = ContinuousClock()
        let began = clock.now
        let text = try await Self.output([doctor, "replay", file], "doctor")
        let spent = (clock.now - began).components
        guard text.contains("\(Self.exchanges)") else { throw Absence(reason: "doctor replay did not replay all") }
        return Double(Self.exchanges) / (Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
    }

    private func perSecond(_ peer: Peer) async -> Result<Double, Absence> {
        do {
            let rate = try await ServerProcess.with(program, ["serve", "recordings"], port: nil) { port in
                let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
                let script = "/\(folder)/\(peer)_calls.py"
                return try await Self.output(
                    Pinning.load.command(
                        "python3",
                        [
                            script, "\(port)", "\(Self.calls)", Workload.accessKeyID, Workload.secret, Workload.token,
                        ]), "python3 with \(peer)")
            }
            guard let rate = Double(rate.split(separator: "\n").last ?? "") else {
                return .failure(Absence(reason: "\(peer) gave no figure"))
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
        for (peer, perSecond) in peers {
            switch perSecond {
            case .success(let rate):
                let times = FigureText.fixed(exchangesPerSecond / rate, 1)
                lines.append("  \(peer.title): \(Int(rate)); \(times) times as many" + verdict(peer, rate))
            case .failure(let absence): lines.append("  \(peer.title) is absent: \(absence.reason)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func verdict(_ peer: ReplayComparison.Peer, _ rate: Double) -> String {
        guard peer == .boto3 else { return "" }
        let budget = ReplayComparison.budget
        let isMet = exchangesPerSecond / rate >= budget.times && exchangesPerSecond >= budget.perSecond
        return ", budget \(Int(budget.times)) times and \(Int(budget.perSecond)): " + (isMet ? "met" : "missed")
    }

    var json: JSONValue {
        var object: JSONObject = ["exchangesPerSecond": .number(JSONNumber(Int(exchangesPerSecond)))]
        for (peer, perSecond) in peers {
            switch perSecond {
            case .success(let rate): object["\(peer)PerSecond"] = .number(JSONNumber(Int(rate)))
            case .failure(let absence): object["\(peer)Absent"] = .string(absence.reason)
            }
        }
        return .object(object)
    }
}
