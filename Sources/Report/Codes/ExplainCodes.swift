/// What `doctor explain` says of an input that shows no failure.
enum ExplainCodes {
    static let pages: [CodePage] = [
        CodePage(
            code: "nothing-failed",
            title: "Every call in the input went well",
            meaning: "The input shows calls, and each was answered with a status below 400.",
            looksLike: "A debug log or an exchange whose answers are all 200.",
            why: """
                The log was made of a run that worked, or it ends before the failure: output that is cut off, or a \
                failure that went to another stream.
                """,
            mend: """
                Make the log again with both streams in it: `COMMAND --debug > log.txt 2>&1`. If the failure is seen \
                by one machine only, make the log there.
                """,
            detection: "Every answer in the input has a status of 200 to 399, and no client reports a failure.",
            source: "RFC 9110, section 15"),
        CodePage(
            code: "answer-not-shown",
            title: "The input shows a request, but not how it was answered",
            meaning: "What was sent is there, and nothing wrong is to be seen in it; what came back is not there.",
            looksLike: "A log that ends after the request, or a request alone.",
            why: "The log was cut off, or the client writes answers to another place or not at all.",
            mend: """
                Make the log again to its end and with both streams in it: `COMMAND --debug > log.txt 2>&1`; or give \
                the answer in a file and the request with `--request`.
                """,
            detection: "A request or a canonical request without an answer, an exception or a message after it.",
            source: "RFC 9110, section 3.4"),
    ]
}
