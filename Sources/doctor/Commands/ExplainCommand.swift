import ArgumentParser
import Codes
import Diagnosis
import Evidence
import JSONText
import Report
import SigV4

/// `doctor explain`: the cause of a failed call, or what a code means.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Name the cause of a failed call, and say what a code means.",
        usage: """
            doctor explain [<input> ...] [<options>]
            doctor explain [<options>] -- <command> ...
            """,
        discussion: """
            Give it what you have of the failure, as files, on standard input (-), or as a quoted message: an error body or \
            message, with or without an SDK's wrapper; an HTTP exchange; the output of curl -v or --trace-ascii; a debug log of the \
            AWS CLI, botocore or another AWS SDK; a HAR archive; a recording of any tool that `replay` reads. The kind of input is recognised by its content. A log \
            may hold several calls.

              aws bedrock-runtime converse ... --debug 2>&1 | doctor explain -
              doctor explain "An error occurred (AccessDeniedException) when calling ..."
              doctor explain body.json --status 403 --request request.txt
              doctor explain -- python chat.py

            For a bare status (403), an error's name (AccessDeniedException) or a few words of a message, it lists the possible \
            causes, the likeliest first, with the words that distinguish them. `doctor 403` does the same.

            With a command after --, it runs that command unchanged, passes its output through, and at the end explains the failure \
            in it, on standard error unless --format or --output say otherwise. SIGTERM and SIGINT are passed on; a \
            command that does not end within 1.4 seconds of SIGTERM is killed.

            Exit status: 1 if a failure was recognised, whatever the number of possible causes; 0 for a page, a status or a name, \
            and if nothing had failed; 2 if nothing was recognised. With a command after --: 1 if a failure was recognised in its \
            output, otherwise the command's own status.

            For a wrong signature, the secret in AWS_SECRET_ACCESS_KEY proves the cause if AWS_ACCESS_KEY_ID is the key that signed. \
            It is used only here and never shown.

            Every finding has a code. doctor explain CODE prints its page: what it means, what it looks like, why it happens, how to \
            fix it, how it is detected, and where the rule is documented.
            """)

    @Argument(
        help: ArgumentHelp("Codes, files, - for standard input, or a message in quotes.", valueName: "input"),
        completion: Completions.codesAndFiles)
    var inputs: [String] = []

    @Flag(help: "List every code with its title.")
    var list = false

    @Option(help: ArgumentHelp("The HTTP status of the answer, where the input does not show it.", valueName: "number"))
    var status: Int?

    @Option(
        help: ArgumentHelp("The error type of the answer, where the input does not show it.", valueName: "name"))
    var errorType: String?

    @Option(
        help: ArgumentHelp("A file with the request as it was sent, for an answer alone.", valueName: "file"),
        completion: .file())
    var request: String?

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var report: ReportOptions

    /// The words behind `--`, which the parser's library takes beside no other array: ``CommandWords`` puts the option before
    /// each.
    @Option(name: .customLong(CommandWords.programOption), parsing: .unconditionalSingleValue, help: .hidden)
    var command: [String] = []

    func validate() throws {
        if !command.isEmpty, !inputs.isEmpty || list {
            throw ValidationError("With a command after -- there is no other input: its output is what is explained.")
        }
        if let status, !(100...599).contains(status) {
            throw ValidationError("--status takes a status of HTTP, 100 to 599, found \(status).")
        }
        if inputs.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("Standard input (-) can be read once.")
        }
    }

    func run() async throws {
        let manners = try selection.manners(failing: report.failing)
        let run = CommandRun("explain", report, manners)
        try manners.check(among: RunManners.findingNames, "checks and codes")
        _ = try manners.chosen([.explain])
        if list {
            return try await run.perform(text: CodePageText.list, exit: { _ in .success }) {
                $0.add(CodeRegistry.all.map(\.pageFinding))
            }
        }
        let inputs = ExplainWords.inputs(inputs)
        let (rule, isStrict) = (report.chosenRule, report.strict)
        let search = SearchTime()
        let context = ExplainContext(
            credentials: SigningFacts.credentials(run.facts.environment), status: status, errorType: errorType,
            now: run.facts.now, searchLimit: search.begin)
        let (request, catalog) = (request, catalog.file)
        if !command.isEmpty {
            var context = context
            context.catalog = try CatalogOptions.read(catalog)
            context.request = try request.map(Self.sentRequest)
            return try await ExplainedProgram(command: command, context: context, search: search, report: report)
                .perform(run)
        }
        try await run.perform(
            text: ExplainText.renderer(verbosity: report.verbose),
            exit: { ExplainStatus.of($0, failing: rule, isStrict: isStrict) }
        ) { collector in
            collector.expect(openChecks: [.explain])
            try await abandonedWhenCancelled {
                var context = context
                context.catalog = try CatalogOptions.read(catalog)
                context.request = try request.map(Self.sentRequest)
                defer { search.note.map(collector.note) }
                try Self.explain(inputs, context, run, collector)
            }
        }
    }

    /// Explains one input after the other, so that those before an interruption, or before one that cannot be read, are reported.
    private static func explain(
        _ inputs: [String], _ context: ExplainContext, _ run: CommandRun, _ collector: ReportCollector
    ) throws {
        var problems: [InputProblem] = []
        for argument in inputs.isEmpty ? [nil] : inputs.map(Optional.some) {
            do {
                switch try argument.map({ try subject($0, run) }) ?? pipe(run.facts) {
                case .page(let code): collector.add([code.pageFinding])
                case .reference(let reference): collector.add(reference.findings(check: ExchangeDiagnosis.check))
                case .input(let name, let content):
                    let explained = try explained(content, name: name, context)
                    collector.add(explained.findings)
                    if let story = explained.story { collector.note(story) }
                    if content.unread > 0 {
                        collector.note(
                            "of a large log the calls that failed are read, and the last ones: \(content.unread) lines of others "
                                + "were not")
                    }
                    // Of several inputs, what they have in common.
                    if let scene = explained.scene {
                        collector.update { $0.scene = $0.scene.map { $0.common(with: scene) } ?? scene }
                    }
                }
            } catch let problem as InputProblem {
                problems.append(problem)
            }
        }
        if !problems.isEmpty { throw InputProblems(problems: problems) }
    }

    /// What is wrong in an input; of one that is nothing but a status or a name, what can be behind it.
    static func explained(
        _ content: InputContent, name: String, _ context: ExplainContext
    ) throws(InputProblem) -> (findings: [Finding], scene: Scene?, story: String?) {
        let bytes = content.bytes
        let isBare = context.status == nil && context.errorType == nil && context.request == nil && bytes.count <= 256
        let word = isBare ? String(decoding: bytes, as: UTF8.self).trimmedWhitespace().lowercased() : ""
        if let code = CodeRegistry.code(spelled: word) { return ([code.pageFinding], nil, nil) }
        if isBare, let reference = ExplainSubject.reference(String(decoding: bytes, as: UTF8.self)) {
            return (reference.findings(check: ExchangeDiagnosis.check), nil, nil)
        }
        let input = try ExplainArchive.read(content, name: name)
        let explanation = Explanation(input, context: context)
        let found = explanation.findings
        // A few words of nothing known may still be those of some pages, where they tell of no call.
        let text = String(decoding: bytes, as: UTF8.self)
        guard isBare, found.allSatisfy({ $0.code == ErrorDiagnosis.unknownCode }),
            let reference = (BareFailure.tellsOfCall(text) ? nil : FailureReference(phrase: text))
                ?? ExplainSubject.named(in: text)
        else { return (found.map(\.ofUnknownPlace), explanation.scene, explanation.story) }
        return (reference.findings(check: ExchangeDiagnosis.check), nil, nil)
    }

    /// Without arguments, what a pipe brings is the input.
    private static func pipe(_ facts: ProcessFacts) throws -> ExplainSubject {
        guard !facts.standardInputIsTerminal else { throw nothingNamed }
        let content = try FileSystem.readCondensed("-", upTo: ExplainSubject.limit)
        guard !content.bytes.isEmpty else { throw nothingNamed }
        return .input(name: "standard input", content: content)
    }

    private static let nothingNamed = ValidationError(
        """
        There is nothing to explain. Give it what you have of the failure:
          doctor explain 403
          doctor explain "An error occurred (AccessDeniedException) when calling the Converse operation: ..."
          doctor explain -- python chat.py
        """)

    /// What an argument names.
    private static func subject(_ argument: String, _ run: CommandRun) throws -> ExplainSubject {
        run.progress.update(
            "reading " + (argument == "-" ? "standard input" : PrintableText.escaped(argument, limit: 60)))
        do {
            return try ExplainSubject.of(argument)
        } catch let error as ExplainSubject.UnknownWord {
            if let message = ExplainSubject.noFailure(error.word) { throw CommandFailure(.noVerdict, message) }
            let shown = PrintableText.escaped(error.word, limit: 60)
            let near = CodeRegistry.nearest(to: error.word)?.spelling ?? FailureReference.nearestName(to: error.word)
            let hint = near.map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError(
                "There is no code and no file '\(shown)'.\(hint) `doctor explain --list` shows all codes.")
        }
    }

    /// The request in the file of `--request`, in any form that shows one.
    private static func sentRequest(_ file: String) throws(InputProblem) -> ObservedRequest {
        let bytes = try FileSystem.read(file, upTo: ExplainSubject.limit)
        let input = try ExplainArchive.read(bytes, name: file)
        if let sent = input.exchanges.lazy.compactMap(\.request).first { return sent }
        throw InputProblem(
            file: file, message: "holds no request; expected one that begins as POST /model/ID/converse HTTP/1.1")
    }
}

/// The key pair of the environment, as it is: a flaw in it may be the cause that is looked for.
enum SigningFacts {
    static func credentials(_ environment: [String: String]) -> SigningCredentials? {
        guard let id = environment["AWS_ACCESS_KEY_ID"], !id.isEmpty,
            let secret = environment["AWS_SECRET_ACCESS_KEY"], !secret.isEmpty
        else { return nil }
        return SigningCredentials(
            accessKeyID: id, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"])
    }
}

extension FindingCode {
    /// The code's page in the shape of a finding, so that `--format json` keeps to the one schema.
    fileprivate var pageFinding: Finding {
        Finding(
            code: self, check: .explain, kind: .page, status: .pass, title: title, detail: page.meaning,
            evidence: [
                "looksLike": .string(page.looksLike), "why": .string(page.why), "mend": .string(fix),
                "detection": .string(page.detection), "source": .string(page.source),
            ])
    }
}
