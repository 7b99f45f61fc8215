import Codes
import Report

/// What is said of a call whose answer the input does not show, and in which nothing wrong is to be seen.
enum NoAnswer {
    static func finding(check: Check, hasRequest: Bool) -> Finding {
        Finding(
            code: .answerNotShown, check: check, status: .unknown,
            title: hasRequest ? nil : "The input ends before a call was made",
            detail: hasRequest
                ? "What was sent looks right." : "It is a client's debug log without a request.",
            remedies: [
                Remedy("Make the log again, with both streams and to its end: COMMAND --debug > log.txt 2>&1")
            ])
    }
}
