/// Signatures that fail because of a header: its value, its form, or its place in the list.
extension FindingCode {
    package static let headerSpace = FindingCode(
        signature: "hdr-space",
        title: "White space in a header's value was not trimmed or collapsed",
        meaning: "Blanks around a value are removed, and runs of blanks inside it become one.",
        looksLike: "Fails for values with two blanks or a blank at the end.",
        why: "Values taken as they are.",
        fix: "Trim each header value and collapse runs of spaces into one space before signing.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "The header lines are equal after trimming and collapsing.",
        source: "https://github.com/boto/botocore/pull/1182")

    package static let headerDuplicate = FindingCode(
        signature: "hdr-dup",
        title: "A header that occurs twice was joined wrongly",
        meaning: "Several lines of one name become one, joined by a comma without a blank, in their order.",
        looksLike: "Fails when a header is repeated.",
        why: "Joined with a blank, sorted by value, or only one of them taken.",
        fix: "Join the values of a repeated header with a comma, in the order in which they are sent.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "One of these ways of joining gives the client's line.",
        source: "https://github.com/curl/curl/pull/16743")

    package static let headerSort = FindingCode(
        signature: "hdr-sort",
        title: "The header lines are in the wrong order",
        meaning: "They are sorted by lower-case name, not by the whole line.",
        looksLike: "Fails when one name is the beginning of another.",
        why: "Sorting lines that hold the colon.",
        fix: "Sort the headers by their lower-case names, and write SignedHeaders in the same order.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "The same lines in another order.",
        source: "https://github.com/boto/boto/issues/3749")

    package static let headerHost = FindingCode(
        signature: "hdr-host",
        title: "The host that was signed is not the one that AWS saw",
        meaning: """
            Something between the client and AWS changed the Host header, or the client signed one host and called \
            another.
            """,
        looksLike: "Works directly, fails through a proxy, tunnel or gateway.",
        why: "Reverse proxies that set Host, port forwards, endpoint overrides.",
        fix: "Sign the host that the service will see, as the Host header is sent, or make the proxy keep it.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Only the host line differs; both values are shown.",
        source: "https://github.com/minio/minio/issues/8624")

    package static let headerPort = FindingCode(
        signature: "hdr-port",
        title: "The port is in one host and not in the other",
        meaning: "A port other than the scheme's own belongs in the signed host; the scheme's own does not.",
        looksLike: "Fails on localhost:PORT, or with an explicit :443.",
        why: "Signer and HTTP library differ about the default port.",
        fix: "Sign the Host header exactly as it is sent, port included if it is there.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The host lines are equal without :port.",
        source: "https://github.com/aws/aws-cli/issues/2883")

    package static let headerAuthority = FindingCode(
        signature: "hdr-h2auth",
        title: "HTTP/2 sends :authority in place of Host, and it differs",
        meaning: "What counts as host in HTTP/2 is :authority.",
        looksLike: "Fails over HTTP/2, works with HTTP/1.1.",
        why: "A Host header set by hand beside the library's own :authority.",
        fix: "Sign the value that HTTP/2 sends as :authority as the host.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The protocol is HTTP/2, host is signed, and the two values differ.",
        source: "https://github.com/aws/aws-sdk-go-v2/issues/606")

    package static let headerAcceptEncoding = FindingCode(
        signature: "hdr-acceptenc",
        title: "Accept-Encoding was signed and then changed",
        meaning: "Proxies and caches rewrite this header.",
        looksLike: "accept-encoding among the signed headers.",
        why: "A signer that signs every header.",
        fix: "Leave Accept-Encoding out of SignedHeaders.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Only that line differs, or the name stands among the signed ones.",
        source: "https://github.com/hashicorp/terraform/issues/36412")

    package static let headerForwarded = FindingCode(
        signature: "hdr-forward",
        title: "Headers of proxies were signed",
        meaning: "x-forwarded-*, via and similar headers grow on the way.",
        looksLike: "Such names in SignedHeaders; a value with one more element at AWS.",
        why: "A gateway that signs what it received from its client.",
        fix: "Leave forwarding headers out of SignedHeaders; sign host, content-type and x-amz-*.",
        proof: .inferred(
            "Proven where the value grew by an element on its way; a value exchanged for another is gone."),
        onTheWay: .signable,
        detection: """
            A name of the list of forwarding headers is signed, or the server's value has one more element.
            """,
        source: "https://github.com/mhart/aws4fetch/issues/77")

    package static let headerTrace = FindingCode(
        signature: "hdr-trace",
        title: "A tracing header was signed and then changed",
        meaning: "Agents overwrite traceparent, x-amzn-trace-id and others.",
        looksLike: "Such a name in SignedHeaders.",
        why: "Instrumentation that works below the signer.",
        fix: "Leave tracing headers out of SignedHeaders.",
        proof: .inferred("An agent writes a new random value, and the one that was signed is gone."),
        onTheWay: .signable,
        detection: "A signed name is in the list of tracing headers, or its value differs.",
        source: "https://github.com/aws/aws-sdk-js/pull/1269")

    package static let headerUserAgent = FindingCode(
        signature: "hdr-ua",
        title: "User-Agent was signed and then changed",
        meaning: "HTTP libraries and proxies add to it.",
        looksLike: "user-agent among the signed headers.",
        why: "A signer that signs every header.",
        fix: "Leave User-Agent out of SignedHeaders.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Only that line differs, often by an addition at its end.",
        source: "https://github.com/aws/aws-sdk-cpp/issues/323")

    package static let headerContentLength = FindingCode(
        signature: "hdr-clen",
        title: "Content-Length was signed and then changed",
        meaning: "The length that was signed is not the one that arrived.",
        looksLike: "content-length among the signed headers.",
        why: "Chunked sending, compression, or a body made again.",
        fix: "Leave Content-Length out of SignedHeaders, or sign the length of the final body.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The line differs or is missing; the true length of the body is compared.",
        source: "https://github.com/brendanhay/amazonka/pull/547")

    package static let headerTransferEncoding = FindingCode(
        signature: "hdr-te",
        title: "Transfer-Encoding was signed",
        meaning: "It applies to one hop and does not reach the verifier.",
        looksLike: "transfer-encoding among the signed headers.",
        why: "A signer that signs every header.",
        fix: "Leave Transfer-Encoding out of SignedHeaders.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The name stands among the signed headers.",
        source: "https://github.com/aws/aws-cli/pull/9257")

    package static let headerHop = FindingCode(
        signature: "hdr-hop",
        title: "A header of one hop was signed",
        meaning: "Connection, Expect, Keep-Alive, TE and Upgrade end at the next server.",
        looksLike: "Such a name in SignedHeaders.",
        why: "A signer that signs every header.",
        fix: "Leave Connection, Expect, Keep-Alive, TE and Upgrade out of SignedHeaders.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The name stands among the signed headers, or expect is in one side only.",
        source: "https://github.com/aws/aws-cli/pull/10123")

    package static let headerContentType = FindingCode(
        signature: "hdr-ctype",
        title: "Content-Type was added or changed after signing",
        meaning: "The library appended a charset, or set the header itself.",
        looksLike: "application/json on one side, application/json; charset=utf-8 on the other.",
        why: "HTTP libraries that complete the type of text bodies.",
        fix: "Set the whole Content-Type, charset included, before signing, and let nothing change it.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "One value is the other's beginning, or they differ in case only.",
        source: "https://github.com/mhart/aws4/issues/120")

    package static let headerUnsigned = FindingCode(
        signature: "hdr-unsigned",
        title: "An x-amz-* header was sent and not signed",
        meaning: "Every x-amz-* header must be among the signed ones.",
        looksLike: "S3 answers: headers present in the request which were not signed.",
        why: "A header added after signing.",
        fix: "Add every x-amz-* header before signing, and name it in SignedHeaders.",
        proof: .read,
        onTheWay: .ruleOfForm,
        detection: "The names sent, less the names signed, leave one that begins with x-amz-.",
        source: "https://github.com/demarche-numerique/ds_proxy/pull/164")

    package static let headerMissing = FindingCode(
        signature: "hdr-missing",
        title: "A signed header did not arrive",
        meaning: "SignedHeaders names a header that the request does not have.",
        looksLike: "The verifier's canonical request has an empty value or lacks the line.",
        why: "The HTTP library or a proxy dropped it.",
        fix: "Sign only headers that are certain to arrive: host, content-type and x-amz-*.",
        proof: .read,
        onTheWay: .signable,
        detection: "The names signed, less the names received, leave one.",
        source: "https://github.com/FantasticFiasco/aws-signature-version-4/issues/1067")

    package static let headerLatin1 = FindingCode(
        signature: "hdr-latin1",
        title: "A non-ASCII header value was read in another charset",
        meaning: "One side took the bytes as UTF-8, the other as Latin-1.",
        looksLike: "Fails only for values with accents.",
        why: "HTTP libraries that write header text as Latin-1.",
        fix: "Keep header values in ASCII, or encode them before signing.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Reading one value in the other charset gives the other.",
        source: "https://github.com/fog/fog/issues/2942")

    static let signatureHeaders: [FindingCode] = [
        headerSpace, headerDuplicate, headerSort, headerHost, headerPort, headerAuthority, headerAcceptEncoding,
        headerForwarded, headerTrace, headerUserAgent, headerContentLength, headerTransferEncoding, headerHop,
        headerContentType, headerUnsigned, headerMissing, headerLatin1,
    ]
}
