import JSONText
package import Report

/// Shows that wrong adapters are caught: one for each mistake, in every family of vectors and scenarios.
///
/// A runner that lets everything pass looks just like a runner with good software before it. So the right adapter must
/// pass, and each wrong one must fail in the family that is about its mistake.
package struct SelfTest: Sendable {
    private let vectors: VectorSet
    private let scenarios: [Scenario]
    private let client: OwnClient
    private let makeScenario: @Sendable (Scenario) -> ScenarioExercise
    private let makeRunner: @Sendable (AdapterRole) -> AdapterRunner
    private let forensics: SignerForensics

    package init(
        vectors: VectorSet, scenarios: [Scenario], client: OwnClient, forensics: SignerForensics,
        exercise: @escaping @Sendable (Scenario) -> ScenarioExercise,
        runner: @escaping @Sendable (AdapterRole) -> AdapterRunner
    ) {
        self.vectors = vectors
        self.scenarios = scenarios
        self.client = client
        self.forensics = forensics
        makeScenario = exercise
        makeRunner = runner
    }

    /// An adapter to run.
    private enum Trial: Sendable {
        case right(AdapterRole, String)
        case wrong(AdapterRole, DeliberateMistake)
        case broken(ProtocolBreach)

        var id: String {
            switch self {
            case .right(let role, let family): "\(role.rawValue)/\(family)/right"
            case .wrong(let role, let mistake): "\(role.rawValue)/\(mistake.family)/\(mistake.name)"
            case .broken(let breach): "protocol/\(breach.name)"
            }
        }
    }

    private var trials: [Trial] {
        AdapterRole.allCases.flatMap { role in
            families(role).flatMap { family in
                [.right(role, family)]
                    + mistakes(role).filter { $0.family == family }.map { Trial.wrong(role, $0) }
            }
        } + ProtocolBreach.all.map { .broken($0) }
    }

    /// The names of all adapters, in the order in which they are run.
    package var ids: [String] { trials.map(\.id) }

    /// Runs adapters, right and wrong.
    ///
    /// - Parameters:
    ///   - places: Which of ``ids``.
    ///   - took: Gets each result as it comes.
    package func run(_ places: [Int], _ took: @Sendable (CaseResult) -> Void) async {
        let trials = trials
        for place in places {
            let result: CaseResult
            switch trials[place] {
            case .right(let role, let family): result = await right(role, family)
            case .wrong(let role, let mistake): result = await wrong(role, mistake)
            case .broken(let breach): result = await broken(breach)
            }
            // What was broken off says nothing of the runner.
            if Task.isCancelled { return }
            took(result)
        }
    }

    private func mistakes(_ role: AdapterRole) -> [DeliberateMistake] {
        switch role {
        case .signer: DeliberateMistake.ofSigners
        case .verifier: DeliberateMistake.ofVerifiers
        case .client: DeliberateMistake.ofClients
        }
    }

    // MARK: Families

    private func families(_ role: AdapterRole) -> [String] {
        switch role {
        case .client: Set(scenarios.map(\.family)).sorted()
        case .signer, .verifier:
            vectors.files.filter { $0.cases.contains { Self.fits($0, role) } }.map(\.family).sorted()
        }
    }

    private static func fits(_ vector: VectorCase, _ role: AdapterRole) -> Bool {
        switch vector {
        case .signing: role == .signer
        case .verification: role == .verifier
        }
    }

    private func exercises(_ role: AdapterRole, _ family: String) -> [any AdapterExercise] {
        guard role != .client else { return scenarios.filter { $0.family == family }.map(makeScenario) }
        return vectors.files.filter { $0.family == family }.flatMap(\.cases).compactMap { vector in
            switch vector {
            case .signing(let signing) where role == .signer: SignerExercise(signing, forensics: forensics)
            case .verification(let verification) where role == .verifier: VerifierExercise(verification)
            default: nil
            }
        }
    }

    // MARK: Adapters

    /// Our own software with a mistake, or none.
    private func adapter(_ role: AdapterRole, _ mistake: DeliberateMistake?) -> InProcessAdapter {
        let (own, client) = (OwnAdapter(role == .client ? .signer : role, version: "self-test"), client)
        return InProcessAdapter { line in
            guard let given = (try? JSONValue(parsing: line))?.objectValue else { return nil }
            if given["protocol"] != nil { return [(role == .client ? client.hello : own.hello).line] }
            guard given["id"] != nil else { return nil }
            var spoilt = given
            mistake?.spoil(&spoilt)
            let asked = JSONValue.object(spoilt).bytes(.compact)
            var answer: JSONValue?
            for _ in 0..<(mistake?.calls ?? 1) {
                answer = role == .client ? await client.answer(asked) : own.answer(asked)
            }
            guard var answer = answer?.objectValue else { return nil }
            mistake?.change(&answer, given)
            return [JSONValue.object(answer).line]
        }
    }

    private func right(_ role: AdapterRole, _ family: String) async -> CaseResult {
        let cases = await adapter(role, nil).run(exercises(role, family), makeRunner(role)).cases
        let wanting = cases.filter { $0.status != .pass }
        let id = "\(role.rawValue)/\(family)/right"
        guard let first = wanting.first, !cases.isEmpty else { return CaseResult(id: id, status: .pass, durationMs: 0) }
        return CaseResult(
            id: id, status: .fail, stage: first.stage,
            message: "the right adapter does not pass \(wanting.count) of \(cases.count) cases, such as \(first.id)\n"
                + (first.message ?? ""), durationMs: 0)
    }

    private func wrong(_ role: AdapterRole, _ mistake: DeliberateMistake) async -> CaseResult {
        let cases = await adapter(role, mistake).run(exercises(role, mistake.family), makeRunner(role)).cases
        let caught = cases.filter { $0.status == .fail || $0.status == .warn }
        let id = "\(role.rawValue)/\(mistake.family)/\(mistake.name)"
        guard let first = caught.first else {
            return CaseResult(
                id: id, status: .fail, message: "none of the \(cases.count) cases catches it", durationMs: 0)
        }
        return CaseResult(
            id: id, status: .pass, message: "caught by \(caught.count) of \(cases.count) cases, first by \(first.id)",
            durationMs: 0)
    }

    /// An adapter that breaks the protocol at its third line must be named for it, and must not pass what it left open.
    private func broken(_ breach: ProtocolBreach) async -> CaseResult {
        let own = OwnAdapter(.verifier, version: "self-test")
        let exercises = Array(self.exercises(.verifier, families(.verifier).first ?? "").prefix(4))
        let adapter = InProcessAdapter { line in
            guard let given = (try? JSONValue(parsing: line))?.objectValue else { return nil }
            if given["protocol"] != nil { return [own.hello.line] }
            guard given["id"]?.stringValue == exercises[1].id else { return own.answer(line).map { [$0.line] } }
            return breach.text.map { [$0] }
        }
        var runner = makeRunner(.verifier)
        runner.limits.open = 1
        let outcome = await adapter.run(exercises, runner)
        let isCaught =
            outcome.fault?.kind == breach.kind && outcome.cases.dropFirst().allSatisfy { $0.status == .unknown }
        return CaseResult(
            id: "protocol/\(breach.name)", status: isCaught ? .pass : .fail,
            message: outcome.fault?.message ?? "the runner took it for an answer", durationMs: 0)
    }
}

/// A way to break the protocol in place of an answer.
struct ProtocolBreach: Sendable {
    var name: String
    /// What is written; nil for the end of the output.
    var text: [UInt8]?
    var kind: AdapterFault.Kind

    static let all = [
        ProtocolBreach(name: "no-json", text: Array("Traceback:\n".utf8), kind: .line),
        ProtocolBreach(name: "no-id", text: Array("{\"verdict\":\"accepted\"}\n".utf8), kind: .line),
        ProtocolBreach(name: "unknown-id", text: Array("{\"id\":\"none\",\"verdict\":\"accepted\"}\n".utf8), kind: .id),
        ProtocolBreach(name: "early-end", text: nil, kind: .ending),
    ]
}

extension VectorFile {
    /// The file's name without its extension.
    var family: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.hasSuffix(".json") ? name.dropLast(5) : name)
    }
}

extension Scenario {
    /// The folder that the scenario stands in.
    var family: String { String(id.prefix { $0 != "/" }) }
}
