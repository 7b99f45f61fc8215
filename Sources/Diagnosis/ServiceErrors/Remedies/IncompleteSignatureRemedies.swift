import JSONText
import Report
import WireText

/// What to do about an Authorization header that AWS could not read: which part it is, and how it should read.
///
/// By the service's own sentences (IAM User Guide, "Troubleshoot Signature Version 4 requests"; AWS's common errors).
struct IncompleteSignatureRemedies {
    let message: String

    /// Whether an SDK made the request: those write every part of a signature.
    var isOfSDK = false

    /// Region and signing name in the example, where an input shows them.
    var region = "REGION"
    var service = "SERVICE"

    private var form: String {
        "AWS4-HMAC-SHA256 Credential=KEYID/20260131/\(region)/\(service)/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=64 hexadecimal digits"
    }

    /// What the service quotes of the credential, where that is what it could not read.
    private var quotedCredential: String? {
        guard
            let mark = message.firstRange(of: "component \"Credential=")
                ?? message.firstRange(of: "component \\\"Credential=")
        else { return nil }
        let value = message[mark.upperBound...].prefix { $0 != "\"" && $0 != "\\" }
        for name in ["aws_access_key_id", "AWS_ACCESS_KEY_ID"] where value.contains(name) {
            return """
                The access key id holds its own label, '\(name)=': the program took a line of the credentials file for the value. Give it the id \
                alone, in the form that it reads, without the name, the equal sign and blanks.
                """
        }
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count != 5 else {
            return parts.contains { $0.isEmpty || $0.contains(where: \.isWhitespace) }
                ? "A part of the Credential is empty or holds white space: key id, date, region, service and aws4_request stand between slashes."
                : nil
        }
        return """
            The Credential has \(parts.count == 1 ? "only one part" : "\(parts.count) parts"), and there are five with slashes between them: key id, date of eight \
            digits, region, service, aws4_request. What is missing is the credential scope: give the client or proxy its region and service \
            (some have one setting for date, region and service), and nothing with a slash as the key id.
            """
    }

    /// Another kind of authorization, by its first word: all parts of a signature are missing then.
    private var otherScheme: String? {
        let lower = message.lowercased()
        guard
            ["'credential' parameter", "'signature' parameter", "'signedheaders' parameter"].allSatisfy(lower.contains)
        else { return nil }
        let word = lower.firstRange(of: "authorization=").map { lower[$0.upperBound...].prefix { $0.isLetter } } ?? ""
        let arrived: String =
            switch word {
            case "basic": "A user and password (Basic) arrived"
            case "bearer": "A bearer token arrived"
            default: "No part of a signature arrived: a header of another kind (Basic, Bearer), or an unsigned request,"
            }
        return """
            \(arrived) where a signature is expected: this endpoint takes requests that are signed with AWS keys. Turn on the client's AWS \
            signing (SigV4) and give it region and service, or, where users and passwords are meant, see that the service has them enabled.
            """
    }

    /// Whether the header itself shows what is wrong with it.
    var isShown: Bool { header != nil || piece != nil || quotedCredential != nil }

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
            it came with the value (copied, pasted, or from a file, a Kubernetes or other secret, or a variable of a CI). Take it away from \
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
        if value.lowercased().hasPrefix("bearer ") {
            return """
                A bearer token arrived where a signature is expected. Sign the request if the method's authorization is IAM; if it takes \
                tokens, see that the path and stage exist (API Gateway answers unknown paths so) and that its authorizer is set.
                """
        }
        guard let credential = value.firstRange(of: "Credential=") else { return nil }
        let scope = value[credential.upperBound...].prefix { $0 != "," && $0 != "'" }
        if scope.contains(where: \.isWhitespace) {
            return """
                There is a space or a line break \(scope.first?.isWhitespace == true ? "before" : "behind or in") the access key id in \
                the Credential: it came with the value (copied, pasted, or from a file). Take it away from AWS_ACCESS_KEY_ID, or from \
                where the program keeps its key id.
                """
        }
        let id = scope.prefix { $0 != "/" }
        if scope.split(separator: "/").count > 5 || id.utf8.count > 24 && !id.hasPrefix("A") {
            return """
                The Credential has more than its five parts: key id and secret may be exchanged. Exchange them, and make a new key, since \
                the secret was sent in the open.
                """
        }
        return nil
    }

    private static let jwt = """
        A JWT (a bearer token, eyJ...) stands in Authorization where a signature is read. API Gateway reads the header so for a method \
        whose authorization is IAM, and for a path or method that the API does not have: see that the stage, path and method exist and are \
        deployed, and that the method has the authorizer that takes tokens; where IAM is meant, sign the request.
        """

    /// That what an SDK sent is no signature, where none of its parts arrived and no header is echoed.
    private func notSigned(_ lower: String) -> String? {
        let parts = ["'credential'", "'signedheaders'", "'signature'", "'x-amz-date'"]
        guard parts.allSatisfy(lower.contains), !lower.contains("authorization=aws4"), header == nil else { return nil }
        return """
            No part of a signature arrived, and an SDK writes all of them: it sent a bearer token in their place. AWS_BEARER_TOKEN_BEDROCK is \
            set and holds no whole key (blank, as docker compose hands on a variable that is not set, or cut): unset it where the program \
            runs, or put a whole Bedrock API key into it. A proxy that replaces Authorization does the same.
            """
    }

    /// The sentences, one for each part that the message names; a general one when it names none.
    var texts: [String] {
        let lower = message.lowercased()
        var texts: [String] = []
        if message.contains("Authorization=eyJ") { return [Self.jwt] }
        let end = lower.drop { $0.isWhitespace }.suffix(40).reversed().drop { !$0.isLetter && $0 != "=" }
        if end.starts(with: "=noitazirohtua") {
            return [
                """
                The Authorization header arrived empty: the code that signs did not run, failed, or had no credentials. See that it gets \
                key id and secret before the request is sent, and that nothing replaces the header afterwards.
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
                "No signing time arrived: send X-Amz-Date in the form 20260131T120000Z, in UTC, and sign it.")
        }
        let missing = ["credential", "signedheaders", "signature"].filter {
            lower.contains("requires '\($0)' parameter")
        }
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
        if missing.count == 3, let other = otherScheme { texts.insert(other, at: 0) }
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
        if lower.contains("slash-delimited") {
            texts.append(
                "Credential has five parts with slashes between them: key id, date of eight digits, region, service, aws4_request. A key id with a slash in it may be the secret."
            )
        }
        if lower.contains("unsupported aws 'algorithm'") || lower.contains("requires an algorithm") {
            texts.append("The header begins with AWS4-HMAC-SHA256, in capitals, and one space.")
        }
        if lower.contains("iso-8601 'basic format'") {
            texts.append("X-Amz-Date has the form 20260131T120000Z: no hyphens, no colons, no fractions, UTC.")
        }
        if lower.contains("must be a 'signedheader'") {
            texts.append("host must be among the SignedHeaders: every signature covers it.")
        }
        if lower.contains("list of header names") {
            texts.append("SignedHeaders is a list of lower-case header names with semicolons between them.")
        }
        return texts.isEmpty ? ["The Authorization header cannot be read. It should read: \(form)."] : texts
    }
}
