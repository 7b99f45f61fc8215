/// Signatures that fail because the body that was hashed is not the one that was sent.
extension FindingCode {
    package static let bodyChanged = FindingCode(
        signature: "body-changed",
        title: "The body was changed after it was hashed",
        meaning: "The body that arrived does not have the hash that was signed.",
        looksLike: "The last line of the two canonical requests differs.",
        why: """
            JSON written a second time, with other spaces or another order; a newline added; a stream read to \
            its end; a gateway that edits prompts.
            """,
        fix: "Make the body's bytes once, hash them, and send the same bytes.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: """
            The hash of the body as sent is not the signed one; the variant that has it (compact, pretty, \
            sorted, with or without newline) is named.
            """,
        source: "https://github.com/AnWeber/httpyac/issues/919")

    package static let bodyUnhashed = FindingCode(
        signature: "body-unhashed",
        title: "The signer did not get the body",
        meaning: "The hash of nothing was signed, and a body was sent.",
        looksLike: "e3b0c44298fc1c14... as the last line of the canonical request of a POST.",
        why: "The body is set on the request after signing.",
        fix: "Hand the body to the signer before it signs.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: "The signed hash is that of no bytes while the body has some, or the other way round.",
        source: "https://github.com/mhart/aws4/issues/83")

    package static let bodyGzip = FindingCode(
        signature: "body-gzip",
        title: "The body was compressed after it was signed",
        meaning: "The hash covers the plain body, and the compressed one was sent.",
        looksLike: "content-encoding: gzip on the request.",
        why: "A client or proxy that compresses requests.",
        fix: "Turn request compression off, or compress before signing.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: "The hash of the unpacked body is the signed one.",
        source: "https://github.com/opensearch-project/opensearch-net/issues/104")

    package static let bodyCharset = FindingCode(
        signature: "body-charset",
        title: "The body was hashed in another charset than it was sent in",
        meaning: "The text was encoded twice, in two different ways.",
        looksLike: "Fails only for prompts with accents or other scripts.",
        why: "Hashing a string as Latin-1 or UTF-16, sending it as UTF-8.",
        fix: "Encode the body as UTF-8 once, and hash and send those bytes.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: "The body in another charset has the signed hash.",
        source: "https://github.com/chilts/awssum/issues/108")

    package static let bodyUnsigned = FindingCode(
        signature: "body-unsigned",
        title: "UNSIGNED-PAYLOAD or a streaming hash was used where it is not accepted",
        meaning: "Bedrock requires the hash of the body itself.",
        looksLike: "UNSIGNED-PAYLOAD or STREAMING-... as the last line of the canonical request.",
        why: "A signer set up for S3.",
        fix: "Hash the body: only S3 takes UNSIGNED-PAYLOAD and STREAMING-... in its place.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: "The payload line is not 64 hexadecimal digits and the service is not S3.",
        source: "https://github.com/apache/opendal-reqsign/issues/346")

    package static let bodyHashHeader = FindingCode(
        signature: "body-shahdr",
        title: "x-amz-content-sha256 does not match the body",
        meaning: "The header is there and holds another hash, or is required and missing.",
        looksLike: "The header's value differs from the payload line or from the body's hash.",
        why: "The header was set once and reused, or computed before the body changed.",
        fix: "Compute x-amz-content-sha256 from the final body, or leave it out: Bedrock does not need it.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: "Header, payload line and the body's hash are compared.",
        source: "https://github.com/opensearch-project/opensearch-js/issues/1098")

    package static let bodyHashed = FindingCode(
        signature: "body-hashed",
        title: "The body was hashed where UNSIGNED-PAYLOAD is signed",
        meaning:
            "The request is one whose body is not signed: a presigned URL of S3, or one that declares UNSIGNED-PAYLOAD.",
        looksLike:
            "64 hexadecimal digits as the last line of the canonical request, where UNSIGNED-PAYLOAD is expected.",
        why: "A signer that always hashes the body, used to presign a request of S3.",
        fix:
            "End the canonical request with UNSIGNED-PAYLOAD, as the request declares it or a presigned URL of S3 has it.",
        proof: .reproduced,
        onTheWay: .unsignable,
        detection: "The body's hash in place of UNSIGNED-PAYLOAD gives the signature.",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html")

    static let signatureBody: [FindingCode] = [
        bodyChanged, bodyUnhashed, bodyGzip, bodyCharset, bodyUnsigned, bodyHashHeader, bodyHashed,
    ]
}
