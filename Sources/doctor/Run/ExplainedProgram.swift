import Diagnosis
import Report
import UnixSignals

/// `doctor explain -- CMD`: a program run as it is, and its failure explained from what it wrote.
struct ExplainedProgram {
    var command: [String]
    var context: ExplainContext
    /// The time of the searches that the context begins.
    var search: SearchTime
    var report: ReportOptions

    /// Whether the report has standard output to itself; without `--format` and `--output` it goes to standard error.
    private var ownsStandardOutput: Bool { isReportAsked && report.destinations.contains { $0.path == "-" } }

    private var isReportAsked: Bool { !report.format.isEmpty || !report.output.isEmpty }

    /// Runs the program, reports, and throws the exit status when it is not 0.
    func perform(_ run: CommandRun) async throws {
        try run.requireOutputs()
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let program = WatchedProgram(command: command, movesOutput: ownsStandardOutput)
        let ending: WatchedProgram.Ending
        do {
            ending = try await DeadlineSignal.during(run.manners.deadline) {
                try await program.run(SignalForwarding(signals, run.facts))
            }
        } catch {
            throw CommandFailure(
                .usage,
                "cannot run \(VisibleText.of(command.first ?? "")): \(error) Give a program on PATH or the path of one."
            )
        }
        var found = run.emptyReport
        // Signals went to the program; now that it has ended, they are for this process.
        let explanation = await windingDown { self.explanation(ending.output) }
        // What is not wanted, or known to fail, counts here as in every run.
        let collector = ReportCollector(found, manners: run.manners)
        collector.add(explanation?.findings ?? [])
        found.findings = collector.current.findings
        found.scene = explanation?.scene
        found.notes += [explanation?.story].compactMap(\.self)
        let isRecognised = found.findings.contains(where: ExplainStatus.isFailure)
        let isFailing = report.chosenRule.map { $0.fails(found) } ?? isRecognised
        // Of a program's output the text that says nothing known is not a failure, and no answer either.
        if !isRecognised {
            found.findings = []
            found.scene = nil
        }
        let status = isFailing ? Int32(ExitStatus.failed.rawValue) : ending.status
        found.exitCode = Int(status)
        if !isRecognised {
            found.notes = [
                "\(command.first ?? "") ended with status \(ending.status), and its output shows no failure that is known"
            ]
            // A program that shows nothing but a failure's name has shown what there is: what can be behind it.
            if ending.status != 0, ending.output.count <= 256,
                let reference = ExplainSubject.named(in: String(decoding: ending.output, as: UTF8.self))
            {
                found.findings = reference.findings(check: ExchangeDiagnosis.check)
                found.notes = [
                    "\(command.first ?? "") ended with status \(ending.status), and shows no more than a name"
                ]
            }
        }
        found.notes += [search.note].compactMap(\.self)
        try write(found, run, isShown: !found.findings.isEmpty)
        try ExitStatus.end(with: status)
    }

    private func explanation(_ output: [UInt8]) -> Explanation? {
        // Output that is not text, or none at all, explains nothing.
        guard let input = try? ExplainArchive.read(output, name: "the output of \(command.first ?? "")") else {
            return nil
        }
        return Explanation(input, context: context)
    }

    private func write(_ found: Report, _ run: CommandRun, isShown: Bool) throws {
        let renderer = ExplainText.renderer(verbosity: report.verbose)
        guard isReportAsked else {
            if isShown {
                let style = TextStyle(
                    colored: report.color.applies(
                        toTerminal: run.facts.standardErrorIsTerminal, environment: run.facts.environment),
                    width: run.facts.standardErrorColumns)
                StandardStreams.writeError("\n" + renderer(run.completed(found), style))
            } else {
                for note in found.notes { StandardStreams.log("doctor: " + VisibleText.of(note)) }
            }
            return
        }
        try run.write(found, renderer)
    }
}
