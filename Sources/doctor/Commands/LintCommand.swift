import ArgumentParser
import Catalog
import Diagnosis
import Report
import RequestRules
import WireText

/// `doctor lint`: a Converse request, judged before it is sent.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Judge Converse requests before they are sent; no network.",
        discussion: """
            A request is held against the service model (unknown members, types, lengths, patterns, values), against the rules \
            that Converse states elsewhere or only in its refusals (turns, tool calls and results, documents, cache points), and \
            against what the catalog knows of the model (its id and life, sampling, thinking, tools, system prompts, media). Each \
            finding has its place, what was expected, and the code and words of the refusal that it prevents.

            Give it the body of a request as JSON, the arguments of botocore's converse (modelId beside the body), an entry of \
            Bedrock's invocation log (one or many, a line each, also as S3 keeps them, with gzip), or a recording of any tool \
            that `replay` reads; a directory of these; or - for standard input. Code is read, too: a call of converse in Python, a \
            ConverseCommand in JavaScript, in whatever text they stand; what no literal says is named, and not judged.

              doctor lint body.json --model us.anthropic.claude-sonnet-4-6
              doctor lint recordings/hello.json

            What only the catalog says is a warning: it may be out of date. A member that the service model does not know is a \
            warning, too: the service passes it over, and botocore refuses to send it.

            Exit status: 0 when nothing would be refused (with --strict: and nothing is doubtful), 1 when something would, 2 when \
            there was no request to judge, 65 for an input that could not be read.
            """)

    @Argument(
        help: ArgumentHelp("Files or directories with requests, or - for standard input.", valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "The model that is called, where the input names none or another is meant.", valueName: "id"),
        completion: Completions.models)
    var model: String?

    @Flag(help: "Judge as a request of ConverseStream, where the input does not show the operation.")
    var stream = false

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input (-) can be read once.") }
        if model?.isEmpty == true { throw ValidationError("--model takes an id, found an empty one.") }
    }

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("lint", report, manners)
        try manners.check(among: RunManners.findingNames, "checks and codes")
        _ = try manners.chosen([.request])
        if files.isEmpty, run.facts.standardInputIsTerminal {
            throw ValidationError("There is no request to judge. Name a file, or give one on standard input (-).")
        }
        let (files, model, stream, file) = (files.isEmpty ? ["-"] : files, model, stream, catalog.file)
        try await run.perform { collector in
            if manners.isListing { throw Listing(names: try Self.inputs(files)) }
            collector.expect(openChecks: [.request])
            try await abandonedWhenCancelled {
                let lint = RequestLint(
                    catalog: try CatalogOptions.read(file), today: CalendarDay(unixSeconds: run.facts.now))
                try Self.judge(files, by: lint, model: model, stream ? .streamed : .whole, collector)
            }
        }
    }

    /// The inputs that would be judged.
    private static func inputs(_ files: [String]) throws(InputProblem) -> [String] {
        var inputs: [String] = []
        for file in files { inputs += file == "-" ? [LintInput.standard] : try RecordingFiles.files(file).paths }
        return inputs
    }

    /// Judges one input after the other; one that cannot be read does not keep the others from being judged.
    private static func judge(
        _ files: [String], by lint: RequestLint, model: String?, _ delivery: RequestOutline.Delivery,
        _ collector: ReportCollector
    ) throws {
        var problems: [InputProblem] = []
        for named in files {
            do throws(InputProblem) {
                guard named != "-" else {
                    let bytes = try FileSystem.readStandardInput()
                    judge(try LintInput(bytes, name: LintInput.standard), by: lint, model, delivery, collector)
                    continue
                }
                let found = try RecordingFiles.files(named)
                found.notes.forEach(collector.note)
                for file in found.paths where !Task.isCancelled {
                    do throws(InputProblem) {
                        let input = try LintInput(try FileSystem.read(file), name: file)
                        judge(input, by: lint, model, delivery, collector)
                    } catch {
                        problems.append(error)
                    }
                }
            } catch {
                problems.append(error)
            }
        }
        if !problems.isEmpty { throw InputProblems(problems: problems) }
    }

    private static func judge(
        _ input: LintInput, by lint: RequestLint, _ model: String?, _ delivery: RequestOutline.Delivery,
        _ collector: ReportCollector
    ) {
        input.notes.forEach(collector.note)
        guard !input.requests.isEmpty else { return collector.note("\(input.name): no request of Converse was found") }
        var isValid = true
        var bound = FindingBound()
        for request in input.requests where !Task.isCancelled {
            let faults = lint.faults(
                in: request.body, for: request.delivery ?? delivery, modelID: model ?? request.modelID
            ).filter { !request.isUnread($0.path) }
            if !faults.isEmpty {
                isValid = false
                collector.add(
                    bound.kept(RequestFindings.findings(faults, at: input.place(of: request, model: model))))
            }
        }
        if let words = bound.words { collector.note("\(input.name): \(words)") }
        if isValid { collector.add([RequestFindings.valid(requests: input.requests.count, in: input.name)]) }
    }
}
