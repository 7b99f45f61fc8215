/// What `doctor explain` says of an input that shows no failure.
extension FindingCode {
    package static let nothingFailed = FindingCode(
        "nothing-failed", in: .explaining,
        title: "Every call in the input succeeded",
        meaning: "The input shows calls, and each was answered with a status below 400.",
        looksLike: "A debug log or an exchange whose answers are all 200.",
        why: """
            The log was made of a run that worked, or it ends before the failure: output that is cut off, or a \
            failure that went to another stream.
            """,
        fix: """
            Make the log again with both streams in it: `COMMAND --debug > log.txt 2>&1`. If the failure is seen \
            by one machine only, make the log there.
            """,
        detection: "Every answer in the input has a status of 200 to 399, and no client reports a failure.",
        source: "RFC 9110, section 15")

    package static let answerNotShown = FindingCode(
        "answer-not-shown", in: .explaining,
        title: "The input shows a request, but not how it was answered",
        meaning: "The input shows what was sent, with nothing wrong in it, and not what came back.",
        looksLike: "A log that ends after the request, or a request alone.",
        why: "The log was cut off, or the client writes answers to another place or not at all.",
        fix: """
            Make the log again to its end and with both streams in it: `COMMAND --debug > log.txt 2>&1`; or give \
            the answer in a file and the request with `--request`.
            """,
        detection: "A request or a canonical request without an answer, an exception or a message after it.",
        source: "RFC 9110, section 3.4")

    package static let clientSentNothing = FindingCode(
        "client-sent-nothing", in: .explaining,
        title: "No request reached the server",
        meaning: "The client that `doctor serve -- COMMAND` ran has ended without calling the mock.",
        looksLike: "A test run that passes, and a mock that has seen nothing.",
        why: """
            The client has an endpoint of its own in its code, its profile or its configuration, it does not read \
            AWS_ENDPOINT_URL_BEDROCK_RUNTIME, a proxy takes its requests elsewhere, or the tests that call Bedrock were skipped.
            """,
        fix: """
            Set the endpoint where the client looks for it: the address is in AWS_ENDPOINT_URL_BEDROCK_RUNTIME of \
            its environment. Until a request comes, the run ends with exit status 2, with `--strict` with 1.
            """,
        detection: "The number of requests that the mock has answered is 0 when the client ends.",
        source: "AWS SDKs and Tools Reference Guide, \"Service-specific endpoints\"")

    package static let mockNoAnswer = FindingCode(
        "mock-no-answer", in: .explaining,
        title: "The mock server has no answer for a request",
        meaning:
            "A request reached the mock of `doctor serve`, and neither a recording nor the account answers it.",
        looksLike:
            "404 DoctorNoMatchException, or 400 DoctorOtherServiceException for a call of another AWS service.",
        why: """
            The request differs from the recorded one, it came more often than it was recorded, it asks for an \
            operation that the mock does not play, or AWS_ENDPOINT_URL leads another service here.
            """,
        fix: """
            Compare the request with the nearest recording, which the answer names, and record it again where it \
            changed on purpose: `doctor record`. Set AWS_ENDPOINT_URL_BEDROCK_RUNTIME in place of AWS_ENDPOINT_URL.
            """,
        detection: "The journal's outcome is unmatched (no recording fits) or unplayed (none could).",
        source: "doctor help serve")

    static let explainCodes: [FindingCode] = [
        nothingFailed, answerNotShown, clientSentNothing, mockNoAnswer,
    ]
}
