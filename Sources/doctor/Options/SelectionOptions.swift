import ArgumentParser
import Codes
import Report
import WireText

/// Which results a run gives, which of them are known to fail, and how long it may take: the same words in every command.
struct SelectionOptions: ParsableArguments {
    @OptionGroup var choice: ChoiceOptions
    @OptionGroup var known: KnownFailingOptions
    @OptionGroup var time: DeadlineOptions

    /// What the options ask for; the list of known failures is read.
    func manners(failing: FailureRule, isListing: Bool = false) throws -> RunManners {
        RunManners(
            selection: choice.selection, known: try known.read(), failing: failing, deadline: time.limit,
            isListing: isListing)
    }
}

/// Which results are wanted.
struct ChoiceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Only what fits this pattern: a case's id, 'MODEL in REGION', a check or a code, with * and ?. May repeat. What may \
            have a code is asked, and left out where it has another.
            """, valueName: "glob"), completion: Completions.wanted)
    var run: [String] = []

    @Option(
        help: ArgumentHelp("Leave out what fits this pattern. May repeat.", valueName: "glob"),
        completion: Completions.results)
    var skip: [String] = []

    func validate() throws {
        for (option, patterns) in [("--run", run), ("--skip", skip)] where patterns.contains("") {
            throw ValidationError("\(option) takes a pattern, found an empty one.")
        }
    }

    var selection: ResultSelection {
        ResultSelection(run: run.map { Wildcard($0) }, skip: skip.map { Wildcard($0) })
    }
}

/// Which results are known to fail.
struct KnownFailingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A list of what is known to fail, a pattern a line with a reason behind #. An entry that passes, or fits nothing, \
            fails the run.
            """, valueName: "file"), completion: .file())
    var knownFailing: String?

    func validate() throws {
        if knownFailing?.isEmpty == true {
            throw ValidationError("--known-failing takes a file, found an empty name.")
        }
    }

    func read() throws(InputProblem) -> KnownFailures {
        guard let knownFailing else { return .none }
        let all = try FileSystem.read(knownFailing)
        // The mark with which some editors begin a text.
        let bytes = all.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(all.dropFirst(3)) : all
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
            throw InputProblem(
                file: "\(knownFailing):\(line + 1)", message: "expected a text in UTF-8, found other bytes")
        }
        do throws(KnownFailures.Fault) {
            return try KnownFailures(path: knownFailing, text)
        } catch {
            throw InputProblem(error.description)
        }
    }
}

/// How long a run may take.
struct DeadlineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The longest that the whole run may take, in seconds. What was not reached has no verdict (unknown), which fails \
            the run with --strict or --fail-on unknown.
            """, valueName: "seconds"))
    var deadline: Double?

    func validate() throws {
        if let deadline, !(deadline > 0 && deadline <= 604_800) {
            throw ValidationError("--deadline takes a number of seconds above 0 and up to 604800, found \(deadline).")
        }
    }

    var limit: Duration? { deadline.map { .milliseconds(Int64(($0 * 1000).rounded(.up))) } }
}

/// Saying what would be run.
struct ListOptions: ParsableArguments {
    @Flag(
        name: .customLong("list"),
        help: "List what would be run, a name a line, in the order of the plan; run and send nothing.")
    var isListing = false
}
