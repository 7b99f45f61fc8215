import ArgumentParser
import Diagnosis
import JSONText
import Report
import SigV4

/// `doctor explain`: the cause of a failed call, or what a code means.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Name the cause of a failed call, and say what a code means.",
        discussion: """
            Give it what you have of the failure, as files, on standard input (-), or as a quoted message: an error \
            body or message, with or without the wrapper of an SDK; an HTTP exchange; the output of curl -v or \
            --trace-ascii; a debug log of the AWS CLI, botocore or another AWS SDK; a HAR archive; a recording. What \
            it is is told from its content, and a log may hold several calls.

              aws bedrock-runtime converse ... --debug 2>&1 | doctor explain -
              doctor explain "An error occurred (AccessDeniedException) when calling ..."
              doctor explain body.json --status 403 --request request.txt

            With a wrong signature, the secret in AWS_SECRET_ACCESS_KEY proves the cause when AWS_ACCESS_KEY_ID is the \
            key that signed; it is used here and shown nowhere.

            Every finding carries a code; doctor explain CODE prints its page: what it means, how it shows itself, why \
            it happens, how to mend it, how it is detected, where the rule is written down.
            """)

    @Argument(help: ArgumentHelp("Codes, files, - for standard input, or a message in quotes.", valueName: "input"))
    var inputs: [String] = []

    @Flag(help: "List every code with its title.")
    var list = false

    @Option(help: ArgumentHelp("The HTTP status of the answer, where the input does not show it.", valueName: "number"))
    var status: Int?

    @Option(
        help: ArgumentHelp("The error type of the answer, where the input does not show it.", valueName: "name"))
    var errorType: String?

    @Option(help: ArgumentHelp("A file with the request as it was sent, for an answer alone.", valueName: "file"))
    var request: String?

    @OptionGroup var report: ReportOptions

    func validate() throws {
        if let status, !(100...599).contains(status) {
            throw ValidationError("--status takes a status of HTTP, 100 to 599, found \(status).")
        }
        if inputs.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("Standard input (-) can be read once.")
        }
    }

    func run() async throws {
        let run = CommandRun("explain", report)
        if list {
            return try await run.perform(text: CodePageText.list) { $0.add(CodeRegistry.all.map(\.finding)) }
        }
        let command = self
        try await run.perform(text: ExplainText.renderer(verbosity: report.verbose)) { collector in
            try command.explain(run.facts, collector)
        }
    }

    private func explain(_ facts: ProcessFacts, _ collector: ReportCollector) throws {
        var problems: [InputProblem] = []
        let context = ExplainContext(
            credentials: SigningFacts.credentials(facts.environment), status: status, errorType: errorType,
            request: try sentRequest(), now: facts.now)
        for subject in try subjects(facts, &problems) {
            switch subject {
            case .page(let page): collector.add([page.finding])
            case .input(let name, let bytes):
                do throws(InputProblem) {
                    let input = try ExplainArchive.read(bytes, name: name)
                    collector.add(Explanation(input, context: context).findings)
                } catch {
                    problems.append(error)
                }
            }
        }
        if !problems.isEmpty { throw InputProblems(problems: problems) }
    }

    /// The request in the file of `--request`, in any form that shows one.
    private func sentRequest() throws(InputProblem) -> ObservedRequest? {
        guard let request else { return nil }
        let bytes = try FileSystem.read(request, upTo: ExplainSubject.limit)
        let input = try ExplainArchive.read(bytes, name: request)
        if let sent = input.exchanges.lazy.compactMap(\.request).first { return sent }
        throw InputProblem(
            file: request, message: "holds no request; expected one that begins as POST /model/ID/converse HTTP/1.1")
    }

    /// What the arguments name; without any, what a pipe brings.
    private func subjects(_ facts: ProcessFacts, _ problems: inout [InputProblem]) throws -> [ExplainSubject] {
        if inputs.isEmpty {
            let bytes = facts.standardInputIsTerminal ? [] : try FileSystem.readStandardInput()
            guard !bytes.isEmpty else {
                throw ValidationError(
                    "Name a code, a file or - for standard input, or give the message in quotes; --list shows every code."
                )
            }
            return [.input(name: "standard input", bytes: bytes)]
        }
        var subjects: [ExplainSubject] = []
        for argument in inputs {
            do {
                subjects.append(try ExplainSubject.of(argument))
            } catch let error as ExplainSubject.UnknownWord {
                let shown = PrintableText.escaped(error.word, limit: 60)
                let hint = CodeRegistry.nearest(to: error.word).map { " Did you mean '\($0.code)'?" } ?? ""
                throw ValidationError(
                    "There is no code and no file '\(shown)'.\(hint) `doctor explain --list` shows all codes.")
            } catch let error as InputProblem {
                problems.append(error)
            }
        }
        return subjects
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

extension CodePage {
    /// The page in the shape of a finding, so that `--format json` keeps to the one schema.
    fileprivate var finding: Finding {
        Finding(
            code: code, check: "explain", status: .pass, title: title, detail: meaning,
            evidence: [
                "looksLike": .string(looksLike), "why": .string(why), "mend": .string(mend),
                "detection": .string(detection), "source": .string(source),
            ])
    }
}
