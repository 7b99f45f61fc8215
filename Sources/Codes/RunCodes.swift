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

    static let runCodes: [FindingCode] = [
        requestLimitReached, tokenLimitReached,
    ]
}
