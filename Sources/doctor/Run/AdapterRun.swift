import Conformance
import Report
import WireText

/// A run of cases with somebody else's software: the adapter's process, its results, and what the report says of both.
struct AdapterRun {
    var role: AdapterRole
    var options: AdapterOptions
    /// How many cases are open at once unless `--jobs` says otherwise.
    var usualJobs: Int

    /// Runs those of the cases that are chosen, and adds their results to the report.
    func perform(_ exercises: [any AdapterExercise], _ run: CommandRun, _ collector: ReportCollector) async throws {
        let part = try part(of: exercises.map(\.id), run, collector)
        try await perform(chosen: part.places.map { exercises[$0] }, run, collector)
    }

    /// Which of the cases this run does, told to the report.
    func part(of ids: [String], _ run: CommandRun, _ collector: ReportCollector) throws -> PlanPart.Cases {
        // Adapters of two programs give the results of two plans.
        let part = PlanPart(
            position: try options.shard.position(run.facts.environment),
            terms: ["conformance", role.rawValue] + options.command, manners: run.manners, causes: .codes)
        return try part.cases(of: ids, after: nil, collector)
    }

    /// Runs cases that were chosen, and adds their results to the report.
    func perform(
        chosen exercises: [any AdapterExercise], _ run: CommandRun, _ collector: ReportCollector
    ) async throws {
        var limits = AdapterLimits(silence: run.timeLimit)
        limits.open = options.jobs ?? usualJobs
        let runner = AdapterRunner(
            role: role, limits: limits, stopwatch: { Stopwatch.elapsed }, sleep: { try await Task.sleep(for: $0) })
        let progress = run.progress
        let ending = try await AdapterProcess(command: options.command, facts: run.facts).run(
            runner, exercises, settled: { collector.announce($0) },
            progress: { done, all in progress.update("\(done) of \(all) cases answered") })
        let hello = ending.outcome.hello
        // One that never said who it is has the name of its command: in a matrix it has its column all the same.
        let identity = AdapterIdentity(
            role: role.rawValue, name: hello?.name ?? options.command.joined(separator: " "), version: hello?.version,
            language: hello?.language, command: options.command, startedAt: run.emptyReport.startedAt)
        collector.update { $0.adapters = [identity] }
        if let hello { collector.note("adapter: \(hello.words)") }
        ending.outcome.notes.forEach(collector.note)
        if let note = unhappyEnd(ending) { collector.note(note) }
        if let broken = brokenAdapter(ending) { collector.add(ofRun: broken) }
        if ending.outcome.restarts > 0 {
            collector.note(
                "the adapter ended by itself and was started again, \(Counted.words(ending.outcome.restarts, "time"))")
        }
        for end in ending.outcome.unexplainedEnds {
            collector.add(
                ofRun: CaseResult(
                    id: "adapter", status: .warn, stage: AdapterFault.Kind.ending.rawValue,
                    message: "the adapter ended by itself, and given alone no case ends it: \(end)", durationMs: 0))
        }
        // What was left without a verdict because the adapter broke is not known to fail.
        let isWhole = ending.outcome.fault == nil
        collector.add(ending.outcome.cases) { isWhole || $0.status != .unknown }
    }

    /// What is said of an adapter that answered everything and then did not end well.
    private func unhappyEnd(_ ending: AdapterProcess.Ending) -> String? {
        guard ending.outcome.fault == nil, ending.outcome.notes.isEmpty,
            let words = ending.process.words(options.command.first ?? "")
        else { return nil }
        let last = ending.errors.split(separator: "\n").last.map {
            ", and its standard error ends “\(VisibleText.of(String($0)))”"
        }
        return "after its last answer: \(words)" + (last ?? "")
    }

    /// The adapter's own failure, which leaves cases without a verdict, as a case that fails.
    private func brokenAdapter(_ ending: AdapterProcess.Ending) -> CaseResult? {
        guard let fault = ending.outcome.fault else { return nil }
        var lines = [fault.message]
        // One that was ended for its fault has the status of that, which says nothing.
        if fault.hasEnded {
            lines += ending.lines(of: options.command.first ?? "")
        } else {
            lines += ending.lastWords
        }
        if ending.outcome.hello == nil { lines.append(beginning) }
        return CaseResult(
            id: "adapter", status: .fail, stage: fault.kind.rawValue, message: lines.joined(separator: "\n"),
            durationMs: 0)
    }

    /// What to do about an adapter that did not come to its first line.
    private var beginning: String {
        let hello = #"{"protocol":"bedrock-conformance/1","role":"\#(role.rawValue)"}"#
        return """
            run it by itself: at the line \(hello) on its standard input it must answer with a line of JSON that says who it is, and read \
            on. What else it has to say belongs on standard error. Tests/Adapters/README.md has examples.
            """
    }
}
