/// The page about what a run was not allowed to ask.
extension FindingCode {
    package static let requestLimitReached = FindingCode(
        "request-limit-reached", in: .run,
        title: "The run's limit of requests was reached",
        meaning: "This model was not asked, or not completely: the run had reached its limit of requests.",
        looksLike: "A cell without a verdict, and a note with the limit.",
        why: "--max-requests limits what a run sends, whatever the lists of models and regions need.",
        fix: "Raise --max-requests, or ask for fewer models or regions.",
        detection: "The requests of the run, counted as they are sent.",
        source: "doctor help models")

    package static let tokenLimitReached = FindingCode(
        "token-limit-reached", in: .run,
        title: "The run's limit of tokens was reached",
        meaning: "This model was not asked, or not completely: the run had reached its limit of tokens.",
        looksLike: "A cell without a verdict, and a note with the limit.",
        why: "The answers counted more tokens than a probe is expected to take; --max-tokens limits what a run uses.",
        fix: "Raise --max-tokens, or ask for fewer models or regions.",
        detection: "The usage that each answer gives; what a probe can take is set aside before it is sent.",
        source: "doctor help models")

    package static let deadlineReached = FindingCode(
        "deadline-reached", in: .run,
        title: "The run's deadline was reached",
        meaning: "This was not looked at, or not completely: the whole run had reached its deadline.",
        looksLike: "A result without a verdict, and a note with the deadline.",
        why: "--deadline limits how long a run takes, whatever it was asked to do.",
        fix: "Raise --deadline, raise --concurrency or --jobs, or ask for less.",
        detection: "The time since the run began.",
        source: "doctor help models")

    package static let knownFailurePasses = FindingCode(
        "known-failure-passes", in: .run,
        title: "What is listed as failing does not fail",
        meaning: "An entry of the list of known failures is out of date: what it names passes, or does not occur.",
        looksLike: "A result that fails at the stage known-failing, with the file and the line of the entry.",
        why: "--known-failing takes a list that must stay true; otherwise it would hide the next failure of that name.",
        fix: "Take the entry off the list.",
        detection: "Each entry is held against the results of the run.",
        source: "doctor help conformance client")

    static let runCodes: [FindingCode] = [
        deadlineReached, knownFailurePasses, requestLimitReached, tokenLimitReached,
    ]
}
