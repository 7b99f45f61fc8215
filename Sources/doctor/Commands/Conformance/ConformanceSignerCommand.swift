import ArgumentParser
import Conformance
import Report
import SignatureForensics

/// `doctor conformance signer`: signing vectors through somebody else's signer.
struct ConformanceSignerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signer",
        abstract: "Drive a signer through the signing vectors.",
        discussion: """
            A signer is judged by what it would send: it must be the request that it was given, signed by the vector's options, \
            and a service must accept it. The stages that it shows are compared in order, and a wrong signature is examined \
            for the mistake behind it. An adapter that breaks the protocol fails the run; cases that it has not answered are \
            without a verdict.

            \(ExitStatusGuide.report)
            """)

    @OptionGroup var source: VectorOptions
    @OptionGroup var adapter: AdapterOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let run = CommandRun("conformance", report, on: .cases, try adapter.manners(report))
        let driver = AdapterRun(role: .signer, options: adapter, usualJobs: 8)
        let paths = source.vectors
        try await run.perform { collector in
            // Of a signer that is wrong everywhere more than a hundred signatures are to be explained.
            let search = SearchTime(.seconds(60))
            let forensics = SignerForensics(SignatureExaminer()) { search.begin() }
            var exercises: [any AdapterExercise] = []
            for set in try VectorOptions.sets(paths, run.facts) {
                for case .signing(let vector) in set.cases {
                    exercises.append(SignerExercise(vector, forensics: forensics))
                }
                set.notes.forEach(collector.note)
            }
            try await driver.perform(exercises, run, collector)
            [search.note].compactMap(\.self).forEach(collector.note)
        }
    }
}
