import Conformance
import JSONText
import Report
import SignatureForensics
import Synchronization

/// An adapter without a process: a script that sees each line of the runner and writes what it likes.
struct ScriptedAdapter: Sendable {
    /// What the script does at a line.
    enum Step: Sendable {
        case write(String)
        /// Its output ends.
        case end
    }

    /// The lines that it was given, and whether it was stopped.
    final class Log: Sendable {
        let lines = Mutex<[JSONValue]>([])
        let settled = Mutex(0)
        let endings = Mutex((stopped: false, closed: false))

        var wasStopped: Bool { endings.withLock { $0.stopped } }
        var wasClosed: Bool { endings.withLock { $0.closed } }

        /// The ids of the cases that it was given.
        var ids: [String] { lines.withLock { $0.compactMap { $0["id"]?.stringValue } } }
    }

    let log = Log()
    var script: @Sendable (_ line: JSONValue, _ number: Int) -> [Step]

    static let hello = Step.write(#"{"name":"script","version":"1","features":["headers","query"]}"# + "\n")

    /// A script that says who it is, and answers each case with what a closure gives.
    static func answering(_ answer: @escaping @Sendable (_ id: String, _ line: JSONValue) -> [Step]) -> ScriptedAdapter
    {
        ScriptedAdapter { line, _ in
            if line["protocol"] != nil { return [hello] }
            guard let id = line["id"]?.stringValue else { return [.end] }
            return answer(id, line)
        }
    }

    /// Our own signer or verifier, as a script.
    static func own(_ role: AdapterRole) -> ScriptedAdapter {
        let own = OwnAdapter(role, version: "1")
        return ScriptedAdapter { line, _ in
            if line["protocol"] != nil { return [.write(own.hello.text(.compact) + "\n")] }
            return own.answer(line.bytes(.compact)).map { [.write($0.text(.compact) + "\n")] } ?? [.end]
        }
    }

    /// Lets a runner talk to the script.
    ///
    /// - Parameter patience: When the runner's patience is over, whatever the limits say: by the lines that the script was
    ///   given and how many cases are settled. No clock decides then what is found.
    func run(
        _ exercises: [any AdapterExercise], _ role: AdapterRole = .signer, limits: AdapterLimits = AdapterLimits(),
        patience isOver: (@Sendable (Log, _ settled: Int) -> Bool)? = nil
    ) async -> AdapterOutcome {
        let log = log
        let runner = AdapterRunner(
            role: role, limits: limits, stopwatch: { .zero },
            sleep: { limit in
                guard let isOver else { return try await Task.sleep(for: limit) }
                while !isOver(log, log.settled.withLock { $0 }) { try await Task.sleep(for: .milliseconds(5)) }
            })
        return await runner.run(exercises, over: connection, settled: { _ in log.settled.withLock { $0 += 1 } })
    }

    /// Lets a runner talk to one start of the script after another, as long as it wants to.
    func runAgain(_ exercises: [any AdapterExercise], limits: AdapterLimits) async -> AdapterOutcome {
        let runner = AdapterRunner(
            role: .signer, limits: limits, stopwatch: { .zero }, sleep: { try await Task.sleep(for: $0) })
        let log = log
        var session = runner.session(exercises, settled: { _ in log.settled.withLock { $0 += 1 } })
        repeat {
            await runner.run(&session, over: connection, progress: { _, _ in })
        } while await session.goOn(after: "it ended so")
        return session.outcome
    }

    /// One start of the script.
    private var connection: AdapterConnection<AsyncStream<[UInt8]>> {
        let (output, continuation) = AsyncStream<[UInt8]>.makeStream()
        let (script, log) = (script, log)
        return AdapterConnection(
            output: output,
            send: { bytes in
                let line = try JSONValue(parsing: bytes)
                let number = log.lines.withLock { lines in
                    lines.append(line)
                    return lines.count
                }
                for step in script(line, number) {
                    switch step {
                    case .write(let text): continuation.yield(Array(text.utf8))
                    case .end: continuation.finish()
                    }
                }
            },
            close: { log.endings.withLock { $0.closed = true } },
            stop: {
                log.endings.withLock { $0.stopped = true }
                continuation.finish()
            })
    }
}

extension SignerForensics {
    /// With an ample budget for every search.
    static let patient = SignerForensics(cases: 1)
}

extension BundledVectors {
    static func signers() throws -> [any AdapterExercise] {
        try set().cases.compactMap {
            guard case .signing(let vector) = $0 else { return nil }
            return SignerExercise(vector, forensics: .patient)
        }
    }

    static func verifiers() throws -> [any AdapterExercise] {
        try set().cases.compactMap {
            guard case .verification(let vector) = $0 else { return nil }
            return VerifierExercise(vector)
        }
    }
}

/// A case without a subject: any answer passes.
struct BlankExercise: AdapterExercise {
    let id: String
    var needs: [String] = []

    func begin() -> JSONObject { ["id": .string(id)] }

    func judge(_ answer: JSONCursor, of adapter: AdapterHello) throws(JSONShapeError) -> CaseJudgement {
        try answer.requireOnly(names: ["id", "ok"])
        return CaseJudgement(.pass)
    }

    static func many(_ count: Int) -> [any AdapterExercise] { (0..<count).map { BlankExercise(id: "case-\($0)") } }
}
