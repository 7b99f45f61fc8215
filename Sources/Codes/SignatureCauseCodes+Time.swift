/// Signatures that fail because of a time, or of the scope that the key was made for.
extension FindingCode {
    package static let timeSkew = FindingCode(
        signature: "time-skew",
        title: "The local clock is wrong",
        meaning: "The signed time differs from the server's by more than the window of five minutes.",
        looksLike: "Signature expired, or not yet current, in every request.",
        why: "A virtual machine or container after sleep, or a clock set by hand.",
        fix: "Set the clock (`doctor clock` measures it), and write times in UTC.",
        proof: .inferred(
            "An old signature looks the same whether the clock was wrong or the request waited: only the time of sending distinguishes them."
        ),
        onTheWay: .signable,
        detection: "The refusal's own times, or X-Amz-Date against the answer's Date.",
        source: "https://github.com/webiny/webiny-js/issues/612")

    package static let timeAged = FindingCode(
        signature: "time-aged",
        title: "The clock is right, but the request was signed long before it was sent",
        meaning: "It waited between signing and sending.",
        looksLike: "Signature expired now and then, with a clock that agrees.",
        why: "Queues, frozen functions, paused processes, retries that keep the first signature.",
        fix: "Sign last, right before sending, and again for each attempt.",
        proof: .inferred(
            "An old signature looks the same whether the clock was wrong or the request waited: only the time of sending distinguishes them."
        ),
        onTheWay: .signable,
        detection: "Local time and Date agree while X-Amz-Date lies far back.",
        source: "https://github.com/aws/aws-sdk-cpp/issues/560")

    package static let timeReuse = FindingCode(
        signature: "time-reuse",
        title: "An old signature was sent again",
        meaning: "A retry carried the Authorization of the attempt before.",
        looksLike: "Two Authorization headers, or authorization among the signed headers.",
        why: "The retry wraps the signed request instead of the plain one.",
        fix: "Remove Authorization and X-Amz-Date before a retry, then sign again.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Two attempts with one signature and different dates, or authorization signed.",
        source: "https://github.com/wojtekmach/req/issues/564")

    package static let timeTwo = FindingCode(
        signature: "time-two",
        title: "Two dates disagree, or the date has a wrong form",
        meaning: "Date and X-Amz-Date differ, or X-Amz-Date is not YYYYMMDD'T'HHMMSS'Z'.",
        looksLike: "A local zone or RFC form in X-Amz-Date; another date in the string to sign.",
        why: "The time read twice, or formatted by the locale.",
        fix: "Read the time once, in UTC, and use it in X-Amz-Date, in the scope and in the string to sign.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The forms are checked, and header, second line of the string to sign and Date are compared.",
        source: "https://github.com/curl/curl/issues/11738")

    package static let scopeDate = FindingCode(
        signature: "scope-date",
        title: "The date of the scope is not the day of the request",
        meaning: "The first part of the scope is not the day of X-Amz-Date.",
        looksLike: "Date in Credential scope does not match.",
        why: "A signing key kept over midnight, or a local date.",
        fix: "Take the scope's date from X-Amz-Date, and cache signing keys by that date.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The scope's first part against the first eight digits of X-Amz-Date.",
        source: "https://github.com/tedder/requests-aws4auth/issues/7")

    package static let scopeRegion = FindingCode(
        signature: "scope-region",
        title: "The region of the scope is not the host's",
        meaning: "The request was signed for one region and sent to another.",
        looksLike: "Credential should be scoped to a valid region.",
        why: "An endpoint override, a region parsed from the host wrongly, or a URL instead of a region.",
        fix: "Sign for the region that the endpoint serves; `doctor env` shows where each comes from.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The scope's second part against the region in the host, and its form.",
        source: "https://github.com/aws/aws-sdk-java/issues/1097")

    package static let scopeService = FindingCode(
        signature: "scope-service",
        title: "The service of the scope is not the signing name",
        meaning: "For bedrock-runtime hosts the signing name is bedrock.",
        looksLike: "Credential should be scoped to correct service: 'bedrock'.",
        why: "The service taken from the host's first part.",
        fix: """
            Sign with the signing name of the service that is called ('bedrock' for every Bedrock endpoint), and end the \
            scope with 'aws4_request'.
            """,
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The scope's third part against the signing name of the host.",
        source: "https://github.com/maximhq/bifrost/issues/2533")

    static let signatureTime: [FindingCode] = [
        timeSkew, timeAged, timeReuse, timeTwo, scopeDate, scopeRegion, scopeService,
    ]
}
