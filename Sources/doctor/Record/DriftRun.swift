import ArgumentParser
import Conformance
import Converse
import ConverseAPI
import Diagnosis
import HTTPTransport
import Report
import SigV4
import WireText

/// Sends recorded requests to an upstream and reports drift.
struct DriftRun {
    var paths: [String]
    var service: ServiceOptions
    var limits: RequestLimitOptions
    /// What limits the answer to a request that has no limit of its own.
    var answerTokens: Int
    var part: PlanPart

    /// Runs the check and writes its report.
    ///
    /// - Throws: the exit status when it is not 0.
    func perform(_ run: CommandRun) async throws {
        let (paths, service, limit, answerTokens, part) = (paths, service, limits.limit, answerTokens, part)
        try await run.perform { collector in
            let inputs = RecordingFiles.inputs(paths)
            inputs.notes.forEach(collector.note)
            let plan = try DriftPlan(inputs.recordings, maxRequests: limit.most, maxTokens: answerTokens) {
                $0.isEmpty ? [] : try part.places(of: $0, after: nil, collector)
            }
            plan.notes.forEach(collector.note)
            try limit.refuse(
                planOf: plan.mostTokens,
                "\(Counted.words(plan.requests, "request")) (a token for each byte of a prompt; --answer-tokens limits answers)"
            )
            try await run.withSession(service) { session in
                collector.update { $0.target = session.target }
                // The mock costs nothing.
                let requests = session.mock == nil ? plan.requests : 0
                if try await Confirmation.isWanted(requests: requests, limit: limit.most, run.facts) {
                    try await Self.check(plan, session, run.timeLimit, limit, collector)
                } else {
                    collector.note(Confirmation.refusalNote)
                }
            }
            if !inputs.problems.isEmpty { throw InputProblems(problems: inputs.problems) }
        }
    }

    private static func check(
        _ plan: DriftPlan, _ session: ServiceSession, _ timeLimit: Duration, _ limit: RequestLimit,
        _ collector: ReportCollector
    ) async throws {
        guard let authorization = session.authorization(in: session.settings.region.value) else {
            throw session.missingAuthorization(to: "sign")
        }
        let cost =
            "sending \(Counted.words(plan.requests, "request")) to "
            + "\(VisibleText.of(try session.endpoint().description)): at most \(plan.answerTokens) tokens in answers, "
            + "\(plan.promptBytes) bytes of prompts"
        StandardStreams.log(cost)
        collector.note(cost)
        var configuration = ConverseClientConfiguration(
            endpoint: try session.endpoint(), region: session.settings.region.value, authorization: authorization,
            clock: ClientClock { WallClock.signingTime })
        configuration.timeouts.firstByte = timeLimit
        configuration.timeouts.total = timeLimit
        let transport = try session.transport()
        let runner = DriftRunner(ConverseClient(configuration, transport: transport), now: configuration.clock.elapsed)
        await runner.run(plan, mostTokens: limit.mostTokens) { collector.add([$0]) }
        await transport.shutdown()
    }
}
