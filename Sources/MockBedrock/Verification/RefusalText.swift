import SigV4

/// The service's words for each reason of a refusal, and a line for the log.
///
/// The texts are those seen on Bedrock and in the IAM User Guide, "Troubleshoot Signature Version 4 requests".
struct RefusalText {
    let refusal: SignatureRefusal
    let request: SignableRequest

    /// The text that the client gets.
    var message: String {
        switch refusal.reason {
        case .missingAuthorization:
            "Missing Authentication Token"
        case .malformed(let fault):
            MalformedText(fault: fault, request: request).message
        case .unknownAccessKey, .tokenMissing, .tokenMismatch, .tokenNotExpected:
            "The security token included in the request is invalid."
        case .tokenExpired:
            "The security token included in the request is expired"
        case .scopeDate(let expected, let found):
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'\(found)' != '\(expected)'."
        case .scopeRegion:
            "Credential should be scoped to a valid region."
        case .scopeService(let expected, _):
            "Credential should be scoped to correct service: '\(expected)'."
        case .scopeTerminator:
            "Credential should be scoped with a valid terminator: 'aws4_request'."
        case .expired(let signed, let limit, let now, let window):
            "Signature expired: \(signed.amzDate) is now earlier than \(limit.amzDate) "
                + "(\(now.amzDate) - \(window / 60) min.)"
        case .notYetCurrent(let signed, let limit, let now, let window):
            "Signature not yet current: \(signed.amzDate) is still later than \(limit.amzDate) "
                + "(\(now.amzDate) + \(window / 60) min.)"
        case .presignExpired(let signed, let seconds, let now):
            "Signature expired: \(signed.amzDate) is now earlier than "
                + "\(now.advanced(bySeconds: -seconds).amzDate) (\(now.amzDate) - "
                + (seconds % 60 == 0 ? "\(seconds / 60) min.)" : "\(seconds) sec.)")
        case .hostNotSigned:
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
        case .missingSignedHeader, .mismatch:
            mismatch
        }
    }

    /// The long text with what the server expected.
    ///
    /// The service echoes the session token in the canonical request. Here its value is masked, by the redacted
    /// description of the canonical request: no secret appears in any output, and a token that the client sent
    /// tells it nothing new.
    private var mismatch: String {
        var text =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
            + "Access Key and signing method. Consult the service documentation for details."
        if let expected = refusal.expected {
            text +=
                "\n\nThe Canonical String for this request should have been\n'\(expected.canonicalRequest)'"
                + "\n\nThe String-to-Sign should have been\n'\(expected.stringToSign)'\n"
        }
        return text
    }

    /// What the server knows and the service does not say.
    var detail: String {
        switch refusal.reason {
        case .missingAuthorization: "no Authorization header and no signature in the query"
        case .malformed(let fault): MalformedText(fault: fault, request: request).message
        case .unknownAccessKey: "the access key id is not one that this server accepts"
        case .tokenMissing: "the key is temporary and its session token was not sent"
        case .tokenMismatch: "the session token is not the one that belongs to the key"
        case .tokenNotExpected: "a session token was sent with a long-lived key"
        case .tokenExpired(let expiration, let now):
            "the session token expired at \(expiration.amzDate); it is \(now.amzDate)"
        case .scopeDate(let expected, let found): "the scope has the date \(found), the request \(expected)"
        case .scopeRegion(let expected, let found):
            "the scope has the region \(found), this endpoint is in \(expected.joined(separator: ", "))"
        case .scopeService(let expected, let found): "the scope has the service \(found), not \(expected)"
        case .scopeTerminator(let found): "the scope ends in \(found), not aws4_request"
        case .expired(let signed, _, let now, _): "signed \(now.unixSeconds - signed.unixSeconds) s ago"
        case .notYetCurrent(let signed, _, let now, _): "signed \(signed.unixSeconds - now.unixSeconds) s ahead"
        case .presignExpired(let signed, let seconds, let now):
            "presigned \(now.unixSeconds - signed.unixSeconds) s ago for \(seconds) s"
        case .hostNotSigned: "host is not among the signed headers"
        case .missingSignedHeader(let name): "the signed header \(name) did not arrive"
        case .mismatch: "the signature is another one"
        }
    }
}
