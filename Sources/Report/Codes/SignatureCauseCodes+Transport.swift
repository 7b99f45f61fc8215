/// Signatures that fail on the way, or at a server that verifies wrongly.
extension SignatureCauseCodes {
    static let transport: [CodePage] = [
        CodePage(
            code: "net-redirect",
            title: "A redirect was followed with the old signature",
            meaning: "The signature is of the first host and path.",
            looksLike: "A 3xx before the 403.",
            why: "HTTP libraries follow redirects on their own.",
            mend: "Do not follow redirects for signed requests; sign the new target.",
            detection: "More than one hop, and the last host or path is not the signed one.",
            source: "https://github.com/mhart/aws4fetch/issues/51"),
        CodePage(
            code: "net-resign",
            title: "A proxy signed the request again, wrongly",
            meaning: "A signing proxy kept headers of the client after its own signature.",
            looksLike: "The key id at the server is not the client's; via or x-forwarded-for among the headers.",
            why: "Proxies that copy the original headers last.",
            mend: "Let the proxy remove the client's Authorization and x-amz-* headers first.",
            detection: "Key id and header lines at the server against those of the client.",
            source: "https://github.com/cisco-ai-defense/defenseclaw/pull/159"),
        CodePage(
            code: "srv-verifier",
            title: "The server verifies wrongly",
            meaning: "The client's signature is right by two independent signers.",
            looksLike: "Fails at one server only: a clone, a gateway, a test double.",
            why: "Verifiers that add unsigned headers, forget to encode, or trust forwarding headers.",
            mend: "Report it to the server's makers; the rule it breaks is named.",
            detection: """
                Client and reference agree and the server's own canonical request differs by a known mistake.
                """,
            source: "https://github.com/stephnangue/warden/pull/71"),
    ]
}
