/// Signatures that fail because of how a text, a hash or a key is made, whatever the request: mistakes of somebody's own
/// signer.
///
/// Source of the rules: "Create a signed AWS API request" of the IAM guide.
extension FindingCode {
    private static let guide =
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"

    package static let keyDerivation = FindingCode(
        signature: "key-derivation",
        title: "The signing key was derived by wrong steps",
        meaning: "The secret is right; a step of the derivation is missing, misplaced or made of something else.",
        looksLike: "Canonical request and string to sign agree with AWS's, and so does the secret.",
        why: "Date, region and service in another order, `AWS4` left out, a step's result used as hexadecimal text.",
        fix: """
            Derive the key with four rounds of HMAC-SHA256: the first key is `AWS4` and the secret, the messages are date, \
            region, service and `aws4_request`, and each result, in raw bytes, is the next key.
            """,
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature by the wrong steps.",
        source: guide)

    package static let hmacSwapped = FindingCode(
        signature: "hmac-swapped",
        title: "Key and message of an HMAC were exchanged",
        meaning: "The text was used as the key, and the key as the text.",
        looksLike: "Canonical request and string to sign agree with AWS's, and so does the secret.",
        why: "Libraries differ in which comes first: `hmac(key, message)` here, `hmac(message, key)` there.",
        fix: "Look up which argument your library takes first, and give it the key as key and the text as message.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature with the two exchanged.",
        source: guide)

    package static let hmacMissing = FindingCode(
        signature: "hmac-missing",
        title: "A plain hash was used where an HMAC belongs",
        meaning: "The key was put before or behind the text, and both were hashed.",
        looksLike: "Canonical request and string to sign agree with AWS's, and so does the secret.",
        why: "A platform without an HMAC function.",
        fix: "Use a library's HMAC-SHA256 (RFC 2104) for each step of the key and for the signature.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature by such a hash.",
        source: "https://www.rfc-editor.org/rfc/rfc2104")

    package static let keySwapped = FindingCode(
        signature: "key-swapped",
        title: "Access key id and secret were exchanged",
        meaning: "The secret stands in the Authorization header, in place of the key id.",
        looksLike: "A Credential that does not begin with AKIA or ASIA, or has a slash in it.",
        why: "The two values pasted into each other's fields.",
        fix: """
            Exchange the two values. The secret was sent in the open and may stand in logs: make a new key and deactivate \
            this one.
            """,
        proof: .read,
        onTheWay: .signable,
        detection: "What stands before the scope has the form of a secret, or is the secret at hand.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")

    package static let hashForm = FindingCode(
        signature: "hash-form",
        title: "A hash was not written in lower-case hexadecimal",
        meaning: "The hash is the right one, in capital digits, in base64, or the text itself stands in its place.",
        looksLike: "Capital letters or an equal sign at the end of a hash in the client's text.",
        why: "The default format of a language's hash function.",
        fix: "Write every hash, and the signature, as 64 hexadecimal digits in lower case.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The mistake is made again, or the client's text shows it.",
        source: guide)

    package static let hashAlgorithm = FindingCode(
        signature: "hash-algorithm",
        title: "Another hash than SHA-256 was used",
        meaning: "The body was hashed with MD5, SHA-1 or SHA-512.",
        looksLike: "A payload line that has not 64 digits.",
        why: "A signer made for another service or version.",
        fix: "Hash the body and the canonical request with SHA-256.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The mistake is made again, or the length of the hash shows it.",
        source: guide)

    package static let signatureVersion = FindingCode(
        signature: "sig-version",
        title: "The request is signed by another version than 4",
        meaning: "The signature is of version 2, of S3's old form, or of version 4A.",
        looksLike: "`AWS KEYID:...`, `AWSAccessKeyId=...&SignatureVersion=2`, or AWS4-ECDSA-P256-SHA256.",
        why: "An old library, or one set to sign for several regions.",
        fix: "Set the signer to version 4 (AWS4-HMAC-SHA256).",
        proof: .read,
        onTheWay: .signable,
        detection: "The scheme of the Authorization header, or the parameters of the query.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html")

    package static let headerCase = FindingCode(
        signature: "hdr-case",
        title: "Header names were signed as they are written, not in lower case",
        meaning: "`Content-Type:` stands in the canonical request where `content-type:` belongs.",
        looksLike: "Capital letters in the header lines or in the list of the client's text.",
        why: "The canonical headers are made of the request's own names.",
        fix: "Put the names in lower case, in the lines and in the list, before they are sorted.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The mistake is made again, or the client's text shows it.",
        source: guide)

    package static let headerList = FindingCode(
        signature: "hdr-list",
        title: "The list of signed headers is malformed",
        meaning: "SignedHeaders has an empty name, a name twice, or other separators than semicolons.",
        looksLike: "`cache-control;;host`, `host;host` or `host,x-amz-date`.",
        why: "A separator written for a header that is skipped; a header that the signer and its caller both add.",
        fix: "Write each signed header's name once, in lower case and sorted, with one semicolon between two names.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The list as sent, and the client's text.",
        source: guide)

    package static let scopeParts = FindingCode(
        signature: "scope-parts",
        title: "The credential scope does not have its four parts",
        meaning: "A part is missing, or there is one too many.",
        looksLike: "A Credential with more or fewer than four slashes.",
        why: "A region or service left empty, a key id put into the scope, a slash in a value.",
        fix: "Write the scope as DATE/REGION/SERVICE/aws4_request, the date in eight digits.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The parts of the Credential, or of the third line of the string to sign.",
        source: guide)

    package static let textEnd = FindingCode(
        signature: "text-end",
        title: "A signed text has an extra line break",
        meaning: "The canonical request or the string to sign has a line break at its end, or before it.",
        looksLike: "Every line agrees with AWS's, and the signature does not.",
        why: "A here-document, `echo`, or a template that ends in a line break.",
        fix: "Put line breaks between the lines only: none follows the last line (`printf %s`, not `echo`).",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature with the line break.",
        source: guide)

    package static let textLineEnds = FindingCode(
        signature: "text-crlf",
        title: "The lines of a signed text do not end in a line feed alone",
        meaning: "CR LF, or CR, stands between the lines of the canonical request or the string to sign.",
        looksLike: "Every line agrees with AWS's, and the signature does not.",
        why: "A source file or a language's line break in the manner of Windows.",
        fix: "Join the lines by a line feed (0x0A, `\\n`) alone.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature with such line ends, or the client's text has them.",
        source: guide)

    package static let textAlgorithm = FindingCode(
        signature: "text-algorithm",
        title: "The first line of the string to sign is not AWS4-HMAC-SHA256",
        meaning: "The algorithm is left out, or written differently.",
        looksLike: "The client's string to sign begins with the time, or with another name.",
        why: "A misspelt constant, or a template that begins one line too late.",
        fix: "Begin the string to sign with the line AWS4-HMAC-SHA256, in capitals.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature with that line, or the client's text shows it.",
        source: guide)

    package static let textForm = FindingCode(
        signature: "text-form",
        title: "A signed text does not have the form of one",
        meaning: "An empty line is missing or is there twice, or a value was changed on its way into the text.",
        looksLike: "The client's canonical request has more or fewer lines than AWS's.",
        why: "The canonical request is put together by hand.",
        fix: """
            Write method, path, query, a line for each header, an empty line, the list of names and the payload's hash, \
            with one line feed between two of them.
            """,
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature with that form, or the client's text shows it.",
        source: guide)

    package static let methodWrong = FindingCode(
        signature: "method-wrong",
        title: "Another method was signed than was sent",
        meaning: "The first line of the canonical request is not the method of the request.",
        looksLike: "GET in the client's text of a POST, or the method in small letters.",
        why: "A default of the signer, or a request whose method was set after signing.",
        fix: "Hand the method to the signer in capitals, as it is sent.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "The secret at hand gives the signature with that method, or the two texts differ in it.",
        source: guide)

    static let signatureForm: [FindingCode] = [
        keyDerivation, hmacSwapped, hmacMissing, keySwapped, hashForm, hashAlgorithm, signatureVersion, headerCase,
        headerList, scopeParts, textEnd, textLineEnds, textAlgorithm, textForm, methodWrong,
    ]
}
