/// What `doctor lint` says of a request that has nothing wrong; what is wrong has the code of the refusal it prevents.
extension FindingCode {
    package static let requestValid = FindingCode(
        "request-valid", in: .request,
        title: "The request is in order",
        meaning: "Nothing in it breaks the service model, the service's rules, or what is known of its model.",
        looksLike: "A pass line of `doctor lint` for each file.",
        why: """
            The shape, the turns, the tools and the media of the request are as Converse takes them. Access, quotas and the \
            length of the prompt in tokens are not judged: only a call shows those.
            """,
        fix: "Nothing to fix. If the call fails all the same, give the answer to `doctor explain`.",
        detection: "Every rule of `doctor lint` was held against the request, and none was broken.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    static let requestCodes: [FindingCode] = [
        requestValid
    ]
}
