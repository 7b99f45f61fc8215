import ArgumentParser
import Conformance
import Report

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
            var vectors: [SigningCase] = []
            for set in try VectorOptions.sets(paths, run.facts) {
                for case .signing(let vector) in set.cases { vectors.append(vector) }
                set.notes.forEach(collector.note)
            }
            let part = try driver.part(of: vectors.map(\.id), run, collector)
            let forensics = SignerForensics(cases: part.chosen)
            try await driver.perform(
                chosen: part.places.map { SignerExercise(vectors[$0], forensics: forensics) }, run, collector)
            [forensics.note].compactMap(\.self).forEach(collector.note)
        }
    }
}
