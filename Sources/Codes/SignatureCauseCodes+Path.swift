/// Signatures that fail because of the path: the commonest kind at Bedrock, whose model ids hold colons.
extension FindingCode {
    package static let pathDouble = FindingCode(
        signature: "path-double",
        title: "The path is encoded a wrong number of times in the canonical request",
        meaning: "Every service but S3 signs the path encoded once more than it is sent.",
        looksLike: """
            403 InvalidSignatureException: ids without a colon work, ids with one fail; the canonical request has %3A \
            where AWS expects %253A.
            """,
        why: "Signers written for S3, or helpers that encode once.",
        fix: "Percent-encode the path as sent once more, segment by segment, in the canonical request only.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "One more (or one less) encoding of the client's canonical path gives the expected one.",
        source: "https://github.com/curl/curl/issues/16927")

    package static let pathColon = FindingCode(
        signature: "path-colon",
        title: "The colon of the model id is raw on one side and encoded on the other",
        meaning: "The request line and the canonical request disagree about the form of one colon.",
        looksLike: "Only ids that end in :0 fail.",
        why: "The HTTP library encodes or decodes the colon after the signer saw it.",
        fix: "Choose one form of the colon for the wire and sign from it: a raw colon is signed as %3A, %3A as %253A.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The paths are equal once %253A, %3A and : are taken for the same.",
        source: "https://github.com/continuedev/continue/issues/9297")

    package static let pathARN = FindingCode(
        signature: "path-arn",
        title: "The slash of an ARN was lost",
        meaning: "An ARN as model id must stay one path segment; its slash was sent or signed as a separator.",
        looksLike: "Model ids work, ARNs of inference profiles fail.",
        why: "Path helpers that split at slashes, and gateways that decode %2F.",
        fix: "Send the slash of the ARN as %2F and sign it as %252F; never split or decode the model id.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: """
            The segment after /model/ begins with arn, and the paths are equal once the encoded slash is \
            decoded.
            """,
        source: "https://github.com/vercel/ai/issues/17523")

    package static let pathReserved = FindingCode(
        signature: "path-reserved",
        title: "Characters that Signature Version 4 encodes were left unencoded",
        meaning: "The client's encoder leaves characters such as ! ' ( ) * @ = and the comma.",
        looksLike: "Fails only for paths or queries that hold one of them.",
        why: "encodeURIComponent and other URL encoders follow another list.",
        fix: "Percent-encode every byte but letters, digits, '-', '.', '_' and '~'.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "Decoded, both sides are equal, and the bytes that differ are all of that list.",
        source: "https://github.com/supabase/storage/pull/793")

    package static let pathTilde = FindingCode(
        signature: "path-tilde",
        title: "Unreserved characters were encoded",
        meaning: "~ (or - . _ or a letter) went through the encoder.",
        looksLike: "%7E in the canonical request.",
        why: "Encoders that follow an old RFC.",
        fix: "Leave letters, digits, '-', '.', '_' and '~' as they are when encoding.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "The difference goes away when these escapes are decoded on one side.",
        source: "https://github.com/boto/boto/issues/2849")

    package static let pathHexCase = FindingCode(
        signature: "path-hexcase",
        title: "Escapes are written with small hexadecimal letters",
        meaning: "%2f and %2F are different bytes to the signature.",
        looksLike: "%2f or %3a in the canonical request.",
        why: "Encoders that print hexadecimal in lower case.",
        fix: "Write escapes with capital letters: %3A, not %3a.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "The sides are equal once the escapes are in upper case, at either layer of encoding.",
        source: "https://github.com/xach/zs3/issues/21")

    package static let pathRawSign = FindingCode(
        signature: "path-rawsign",
        title: "The path was encoded after it was signed",
        meaning: "The signer saw the raw path, and the HTTP library encoded it when it sent.",
        looksLike: "The request line differs from the path the client signed.",
        why: "URL objects that normalise when they are turned into text.",
        fix: "Take the path to sign from the finished request, after the HTTP library has encoded it.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The canonical form of the path as sent is one encoding of what the client signed.",
        source: "https://github.com/n8n-io/n8n/issues/34829")

    package static let pathNorm = FindingCode(
        signature: "path-norm",
        title: "Dots or double slashes were treated differently on the two sides",
        meaning: "One side removed /./, /../ or // and the other did not.",
        looksLike: "Fails for paths with an empty or dotted segment, or with a slash at the end.",
        why: "S3 never normalises, all other services do.",
        fix: "Remove dot segments and empty segments before signing, and send the path in that form.",
        proof: .reproduced,
        onTheWay: .ruleOfForm,
        detection: "Removing dot segments or double slashes on one side gives the other.",
        source: "https://github.com/smithy-lang/smithy-rs/issues/1308")

    package static let pathPrefix = FindingCode(
        signature: "path-prefix",
        title: "A path prefix was added or removed on the way",
        meaning: "The client signed /model/..., AWS received /prefix/model/..., or vice versa.",
        looksLike: "Works directly, fails through a gateway.",
        why: "A reverse proxy that routes by a prefix.",
        fix: "Sign the path that the service will see, or let the proxy that changes it sign.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "One path is the end of the other; the rest is the prefix.",
        source: "https://github.com/minio/minio/issues/6546")

    package static let pathUnicode = FindingCode(
        signature: "path-unicode",
        title: "Non-ASCII bytes of the path were not encoded as UTF-8",
        meaning: "The path holds bytes above 0x7F that were sent raw, or encoded from another charset.",
        looksLike: "Fails only for names with accents or other scripts.",
        why: "Latin-1 strings, or raw bytes in the request line.",
        fix: "Encode the path's text as UTF-8, and every byte of that as %XX.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Encoding one side again from UTF-8 or Latin-1 gives the other.",
        source: "https://github.com/jamhall/s3rver/issues/513")

    package static let pathNFC = FindingCode(
        signature: "path-nfc",
        title: "Unicode text was composed on one side and decomposed on the other",
        meaning: "Unicode has two spellings of an accented letter; they are different bytes.",
        looksLike: "Names look the same and their escapes differ (%C3%A9 against e%CC%81).",
        why: "macOS file names, and libraries that normalise.",
        fix: "Sign and send the same bytes: normalise the text once, before signing.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The sides are equal after Unicode normalisation and their bytes differ.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    static let signaturePath: [FindingCode] = [
        pathDouble, pathColon, pathARN, pathReserved, pathTilde, pathHexCase, pathRawSign, pathNorm, pathPrefix,
        pathUnicode, pathNFC,
    ]
}
