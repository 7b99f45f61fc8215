/// Signatures that fail on the way, or at a server that verifies wrongly.
extension FindingCode {
    package static let redirectFollowed = FindingCode(
        signature: "net-redirect",
        title: "A redirect was followed with the signature of the first request",
        meaning: "The signature covers the first host and path.",
        looksLike: "A 3xx before the 403.",
        why: "HTTP libraries follow redirects on their own.",
        fix: "Do not follow redirects of signed requests: sign the new target.",
        proof: .compared,
        onTheWay: .signable,
        detection: "More than one hop, and the last host or path is not the signed one.",
        source: "https://github.com/mhart/aws4fetch/issues/51")

    package static let proxyResigned = FindingCode(
        signature: "net-resign",
        title: "A proxy signed the request again, wrongly",
        meaning: "A signing proxy kept headers of the client after its own signature.",
        looksLike: "The key id at the server is not the client's; via or x-forwarded-for among the headers.",
        why: "Proxies that copy the original headers last.",
        fix: "Let the proxy remove the client's Authorization and x-amz-* headers before it signs.",
        proof: .inferred(
            "The proxy's own signing is not seen: dates that occur twice beside forwarding headers speak for it."),
        onTheWay: .signable,
        detection: "Key id and header lines at the server against those of the client.",
        source: "https://github.com/cisco-ai-defense/defenseclaw/pull/159")

    package static let verifierWrong = FindingCode(
        signature: "srv-verifier",
        title: "The server verifies wrongly",
        meaning: "Two independent signers agree with the client's signature.",
        looksLike: "Fails at one server only: a clone, a gateway, a test double.",
        why: "Verifiers that add unsigned headers, forget to encode, or trust forwarding headers.",
        fix: "Report it to the maintainers of the server: the client's signature follows the rules.",
        proof: .compared,
        onTheWay: .signable,
        detection: """
            Client and reference agree and the server's own canonical request differs by a known mistake.
            """,
        source: "https://github.com/stephnangue/warden/pull/71")

    static let signatureTransport: [FindingCode] = [
        redirectFollowed, proxyResigned, verifierWrong,
    ]
}
