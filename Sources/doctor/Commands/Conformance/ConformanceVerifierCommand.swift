import ArgumentParser
import Conformance
import Report

/// `doctor conformance verifier`: verification vectors through somebody else's verifier.
struct ConformanceVerifierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verifier",
        abstract: "Drive a verifier through the verification vectors.",
        discussion: """
            A verifier is judged by its verdict, by Bedrock's rules: five minutes, the path encoded once more and normalised, \
            the body always hashed. The reason that it gives for a refusal is shown where the verdict is wrong, and is \
            not compared. An adapter that breaks the protocol fails the run; cases that it has not answered are without a \
            verdict.

            \(ExitStatusGuide.report)
            """)

    @OptionGroup var source: VectorOptions
    @OptionGroup var adapter: AdapterOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let run = CommandRun("conformance", report, on: .cases, try adapter.manners(report))
        let driver = AdapterRun(role: .verifier, options: adapter, usualJobs: 8)
        let paths = source.vectors
        try await run.perform { collector in
            var exercises: [any AdapterExercise] = []
            for set in try VectorOptions.sets(paths, run.facts) {
                for case .verification(let vector) in set.cases { exercises.append(VerifierExercise(vector)) }
                set.notes.forEach(collector.note)
            }
            try await driver.perform(exercises, run, collector)
        }
    }
}
