import JSONText
import Report
import WireText

/// What to do about an Authorization header that AWS could not read: which part it is, and how it should read.
///
/// By the service's own sentences (IAM User Guide, "Troubleshoot Signature Version 4 requests"; AWS's common errors).
struct IncompleteSignatureRemedies {
    let message: String

    /// What was pasted with the message.
    var pasted = ""

    /// Whether an SDK made the request: those write every part of a signature.
    var isOfSDK = false

    /// Whether an SDK signed, for whatever service.
    var isSignedBySDK = false

    /// Region and signing name in the example, where an input shows them.
    var region = "REGION"
    var service = "SERVICE"

    private var form: String {
        "AWS4-HMAC-SHA256 Credential=KEYID/20260131/\(region)/\(service)/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=64 hexadecimal digits"
    }

    /// What is wrong with the Credential, as far as the message or the paste quotes it.
    private var quotedCredential: String? {
        let piece = isOfCredential ? QuotedCredential(in: message) ?? QuotedCredential(in: pasted) : nil
        return piece?.fault
    }

    /// Whether the message may speak of the Credential: not where it says that there is none, or what else is wrong.
    private var isOfCredential: Bool {
        !lower.contains("requires 'credential'") && !lower.contains("aws4-ecdsa")
    }

    /// The message in small letters, its quotes made plain: people paste from pages that curl them.
    private var lower: String {
        String(
            message.lowercased().map {
                "\u{2018}\u{2019}".contains($0) ? "'" : "\u{201C}\u{201D}".contains($0) ? "\"" : $0
            })
    }

    /// Whether the header itself shows what is wrong with it.
    var isShown: Bool { scheme != nil || header != nil || piece != nil || quotedCredential != nil }

    private var scheme: OtherScheme? { OtherScheme(lower, pasted: pasted) }

    /// What the piece shows that AWS quotes as no pair of key and value: it stands as it arrived, where the header may be masked.
    private var piece: String? {
        guard let end = message.firstRange(of: "' not a valid key=value pair"),
            let start = message[..<end.lowerBound].lastIndex(of: "'")
        else { return nil }
        let piece = message[message.index(after: start)..<end.lowerBound]
        let parts = piece.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3,
            piece.contains("/aws4_request") || parts.contains(where: { $0.utf8.count == 8 && Int($0) != nil })
        else { return nil }
        let isBehind = parts.first.map { $0.isEmpty || Int($0) != nil } ?? false
        return """
            White space or a line break stands \(isBehind ? "behind the access key id, before the date" : "between Credential= and the access key id"): \
            it came with the value (copied, pasted, or from a file, a Kubernetes or other secret, or a variable of a CI). Take that character away from \
            AWS_ACCESS_KEY_ID, or from where the program keeps its key id.
            """
    }

    /// The piece, where it is the name of a header.
    private var isHeaderName: Bool {
        guard let end = message.firstRange(of: "' not a valid key=value pair"),
            let start = message[..<end.lowerBound].lastIndex(of: "'")
        else { return true }
        let piece = message[message.index(after: start)..<end.lowerBound]
        return !piece.isEmpty && piece.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    /// What the echoed header itself shows.
    private var header: String? {
        guard let found = message.firstRange(of: "Authorization header: '") else { return nil }
        let value = message[found.upperBound...]
        if value.lowercased().hasPrefix("authorization:") {
            return
                "The value begins with the header's own name, 'Authorization:': send the value alone, from AWS4-HMAC-SHA256 on."
        }
        return nil
    }

    private static let cutHeader = """
        Take the line break at the end of the access key id away: the client's SDK writes the whole Authorization header, and what arrived ends behind Credential=KEYID, where such a character cut it. It comes with values from a file (kubectl create secret --from-file, \
        echo without -n before base64, a file with an editor's last line): make the secret by --from-literal, or printf %s, look at the secret key in the same way, and start the program anew.
        """

    private static let ofVersion4A = """
        The request is signed by version 4A (AWS4-ECDSA-P256-SHA256, for a set of regions), and this endpoint takes version 4 only: sign by \
        AWS4-HMAC-SHA256 for one region. Take away what asks for 4A: a set of signing regions (sigv4a_signing_region_set, \
        AWS_SIGV4A_SIGNING_REGION_SET), sigv4a in auth_scheme_preference, or a multi-region name in the place of a regional one.
        """

    private static let scope = """
        The Credential has not its five parts: key id, date of eight digits, region, service and aws4_request, with slashes between them. What is \
        missing is most often the credential scope behind the key id: give the client, proxy or module its region and service (nginx's module \
        for S3 has them in aws_key_scope, DATE/REGION/s3/aws4_request). An empty key id, or one with a slash, does the same.
        """

    /// A host that was called without a scheme, so that the client has no host to sign.
    private var bareHost: String? {
        for mark in ["`POST ", "`GET ", "`PUT ", "`DELETE ", "on \"", "endpoint: \"", "endpoint' => '", "ENDPOINT="] {
            guard let found = pasted.firstRange(of: mark) else { continue }
            let name = pasted[found.upperBound...].prefix { $0.isLetter || $0.isNumber || ".-".contains($0) }
            guard AWSHostName(String(name)) != nil else { continue }
            return """
                The endpoint is written without a scheme, '\(PrintableText.escaped(String(name), limit: 100))', so the client has a path and no host to \
                sign: write https:// before it in the client's endpoint setting, or leave the endpoint out and set the region alone.
                """
        }
        return nil
    }

    private static let jwt = """
        A JWT (a bearer token, eyJ...) stands in Authorization where a signature is read. API Gateway reads the header so for a method \
        whose authorization is IAM, and for a path or method that the API does not have: see that the stage, path and method exist and are \
        deployed, and that the method has the authorizer that takes tokens; where IAM is meant, sign the request.
        """

    /// A token of sign-on where a service reads signatures alone.
    ///
    /// Source: <https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-integrating-user-pools-with-identity-pools.html>.
    private var token: String {
        """
        Sign the request with AWS keys (SigV4, service \(service)): what stands in Authorization is a JWT (a bearer token, eyJ...), and this endpoint reads signatures only. Exchange the token for temporary keys (a Cognito identity \
        pool, or sts assume-role-with-web-identity) and let a signer use them (curl --aws-sigv4, awscurl, an SDK). A method of API Gateway with an authorizer takes the token itself; this endpoint does not.
        """
    }

    /// That what an SDK sent is no signature, where none of its parts arrived and no header is echoed.
    private func notSigned(_ lower: String) -> String? {
        let parts = ["'credential'", "'signedheaders'", "'signature'", "'x-amz-date'"]
        guard parts.allSatisfy(lower.contains), !lower.contains("authorization=aws4"), header == nil,
            scheme?.isNamed != true
        else { return nil }
        return """
            No part of a signature arrived, and an SDK writes all of them: it sent a bearer token in their place. Most often AWS_BEARER_TOKEN_BEDROCK \
            is set and holds no whole key (blank, as docker compose hands on a variable that is not set, or cut): unset it where the program \
            runs, or put a whole Bedrock API key into it. A proxy that replaces Authorization does the same.
            """
    }

    /// Whether AWS shows that nothing stood in the header.
    private var isEmpty: Bool {
        for shown in [lower, pasted.lowercased()] {
            for mark in shown.ranges(of: "authorization=") {
                let next = shown[mark.upperBound...].drop { $0 == " " }.first
                if next == nil || next == "\"" || next == "\\" || next == "'" || next == "}" || next?.isNewline == true
                {
                    return true
                }
            }
        }
        return false
    }

    /// The time is among what was signed, and did not arrive.
    private var unsentDate: String? {
        let shown = pasted.lowercased().replacing("%3b", with: ";")
        guard let mark = shown.firstRange(of: "signedheaders=") else { return nil }
        let names = shown[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_;".contains($0) }.split(
            separator: ";")
        guard names.contains("x-amz-date") else { return nil }
        return """
            Send the very X-Amz-Date that was signed: x-amz-date is in SignedHeaders, so the signer made a time and signed it, and the request went out without that header. Take over the headers that the signer returns \
            (a signer that no longer changes the caller's own object needs that), or update the client, or go back to the version of its signing library with which it worked. Another date set by hand fits no signature.
            """
    }

    /// The sentences, one for each part that the message names; a general one when it names none.
    var texts: [String] {
        let lower = lower
        var texts: [String] = []
        if [message, pasted].contains(where: { $0.contains("Authorization=eyJ") }) {
            return [service == "SERVICE" || service == "execute-api" ? Self.jwt : token]
        }
        if isEmpty {
            return [
                """
                Sign the request: the Authorization header arrived empty (Authorization=), so the code that signs did not run, failed, or had no credentials. Turn on the client's AWS signing (SigV4) and give it key id, secret, \
                region and service before the request is sent, hand the signer to the client that sends, and let nothing replace the header afterwards.
                """
            ]
        }
        if lower.contains("requires a valid date or x-amz-date") {
            return [
                """
                No date that S3 can read arrived: send X-Amz-Date in the form 20260131T120000Z, in UTC, as it was signed. A client that \
                writes the date in the calendar or language of its machine, and a proxy that drops Date, do this.
                """
            ]
        }
        if isOfSDK, let bearer = notSigned(lower) { return [bearer] }
        if lower.contains("'x-amz-date' or a 'date' header") {
            texts.append(
                unsentDate
                    ?? "No signing time arrived: send X-Amz-Date in the form 20260131T120000Z, in UTC, and sign it.")
        }
        let missing = ["credential", "signedheaders", "signature"].filter {
            lower.contains("requires '\($0)' parameter")
        }
        // An SDK writes all the parts and their commas.
        if isSignedBySDK, missing == ["signedheaders", "signature"] { return [Self.cutHeader] }
        if lower.contains("x-amz-expires must") {
            texts.append("X-Amz-Expires of a presigned URL is a number of seconds, 1 to 604800 (7 days): set it so.")
        }
        if lower.contains("query-string authentication") {
            texts.append(
                """
                A presigned URL has all six parameters: X-Amz-Algorithm, X-Amz-Credential, X-Amz-Date, X-Amz-Expires, X-Amz-SignedHeaders, \
                X-Amz-Signature. One is missing: it was cut when the URL was copied or put into another URL without encoding.
                """)
        }
        if !missing.isEmpty {
            let names = ["credential": "Credential", "signedheaders": "SignedHeaders", "signature": "Signature"]
            let words = Enumeration.words(missing.compactMap { names[$0] })
            texts.append(
                "\(words) \(missing.count == 1 ? "is" : "are") not found in the header. If \(missing.count == 1 ? "it is" : "they are") there, the comma before it is missing: the parts are separated by a comma and a space. It should read: \(form)."
            )
        }
        if let scheme {
            if scheme.isNamed { return [scheme.advice] }
            texts.insert(scheme.advice, at: 0)
        }
        if let found = header ?? piece ?? quotedCredential {
            texts.append(found)
        } else if lower.contains("missing equal-sign"), !isHeaderName {
            texts.append(
                "What AWS quotes stands between two commas, or behind a blank, without an equal sign: the header has three parts, Credential=..., SignedHeaders=... and Signature=..., with a comma and a space between them and no blank inside."
            )
        } else if lower.contains("missing equal-sign") || lower.contains("invalid key=value pair") {
            texts.append(
                "Between two commas stands something without an equal sign. The names in SignedHeaders are separated by semicolons, not by commas (host;x-amz-date), and only the three parts by commas."
            )
        }
        if lower.contains("mal-formed"), lower.contains("expecting"), quotedCredential == nil {
            texts.append(Self.scope)
        }
        if lower.contains("slash-delimited"), quotedCredential == nil {
            texts.append(
                "Credential has five parts with slashes between them: key id, date of eight digits, region, service, aws4_request. A key id with a slash in it may be the secret."
            )
        }
        if lower.contains("unsupported aws 'algorithm'"), lower.contains("ecdsa") {
            texts.append(Self.ofVersion4A)
        } else if lower.contains("unsupported aws 'algorithm'") || lower.contains("requires an algorithm") {
            texts.append("The header begins with AWS4-HMAC-SHA256, in capitals, and one space.")
        }
        if lower.contains("iso-8601 'basic format'") {
            texts.append("X-Amz-Date has the form 20260131T120000Z: no hyphens, no colons, no fractions, UTC.")
        }
        if lower.contains("must be a 'signedheader'") {
            if let host = bareHost { texts.append(host) }
            texts.append(
                "host must be among the SignedHeaders: every signature covers it. An SDK leaves it out where its endpoint has no https:// before the host."
            )
        }
        if lower.contains("list of header names") {
            texts.append("SignedHeaders is a list of lower-case header names with semicolons between them.")
        }
        return texts.isEmpty ? ["The Authorization header cannot be read. It should read: \(form)."] : texts
    }
}
