/// Why a request is refused, with what a server needs to say so as the service does.
public struct SignatureRefusal: Error, Sendable {
    /// The reason.
    public let reason: Reason
    /// The access key id that the request names, if it could be read.
    public let accessKeyID: String?
    /// The signature that came with the request, if it could be read.
    public let providedSignature: String?
    /// For a mismatch: the stages as the service makes them.
    ///
    /// Its signature would be valid: do not send it to anyone.
    public let expected: SigningStages?

    /// The reasons, in the order in which they are looked for.
    public enum Reason: Sendable, Hashable {
        /// There is neither an `Authorization` header nor a signature in the query.
        case missingAuthorization
        /// There is something, but it cannot be understood.
        case malformed(MalformedAuthorization)
        /// No such access key id.
        case unknownAccessKey(String)
        /// The key is temporary and its session token was not sent.
        case tokenMissing
        /// The session token is not the one that belongs to the key.
        case tokenMismatch
        /// The key is long-lived, yet a session token was sent.
        case tokenNotExpected
        /// The session token has expired.
        case tokenExpired(expiration: SigningTime, now: SigningTime)
        /// The date of the scope is not the date of the signed time, as `20260102`.
        case scopeDate(expected: String, found: String)
        /// The scope names another region; `expected` is sorted.
        case scopeRegion(expected: [String], found: String)
        /// The scope names another service.
        case scopeService(expected: String, found: String)
        /// The scope does not end in `aws4_request`.
        case scopeTerminator(found: String)
        /// Signed too long ago: `signed` is at or before `limit`, which is `now` less the window.
        case expired(signed: SigningTime, limit: SigningTime, now: SigningTime, windowSeconds: Int64)
        /// Signed in the future: `signed` is after `limit`, which is `now` plus the window.
        case notYetCurrent(signed: SigningTime, limit: SigningTime, now: SigningTime, windowSeconds: Int64)
        /// The lifetime of a presigned request is over.
        case presignExpired(signed: SigningTime, expiresSeconds: Int64, now: SigningTime)
        /// `host` is not among the signed headers.
        case hostNotSigned
        /// A signed header did not arrive.
        case missingSignedHeader(String)
        /// The signature is another one.
        case mismatch
    }
}

/// What cannot be understood about an authorization.
public enum MalformedAuthorization: Sendable, Hashable {
    /// The header is there and empty.
    case empty
    /// There is more than one `Authorization` header.
    case repeatedHeader
    /// There is a signature in the header and one in the query.
    case bothForms
    /// Another scheme than `AWS4-HMAC-SHA256`, in whatever case. The name is given if it is a known scheme: what stands
    /// in its place may be a secret.
    case unsupportedAlgorithm(String?)
    /// Parts that are required and not there.
    case missing([Part])
    /// A part of the header without an equal sign.
    case pairWithoutEqualSign
    /// A part that is there twice.
    case repeatedPart(String)
    /// The credential does not have five parts.
    case credential(parts: Int)
    /// The list of signed headers is empty or holds what is not a header name.
    case signedHeaders
    /// The signing time is in no known format.
    case date(String)
    /// The lifetime of a presigned request is not a number, or out of bounds.
    case expires(String)

    /// A part of an authorization.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// `Credential` or `X-Amz-Credential`.
        case credential
        /// `SignedHeaders` or `X-Amz-SignedHeaders`.
        case signedHeaders
        /// `Signature` or `X-Amz-Signature`.
        case signature
        /// The header `X-Amz-Date` or `Date`, or the parameter `X-Amz-Date`.
        case date
        /// `X-Amz-Algorithm`; only in the query form.
        case algorithm
    }
}

extension SignatureRefusal: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The reason, and on a mismatch the redacted stages; never the signature that would have been right.
    public var description: String {
        // Who swaps the two sends the secret as the key id.
        if case .unknownAccessKey(let id) = reason { return "unknownAccessKey(\(MaskedKeyID(id)))" }
        guard let expected else { return "\(reason)" }
        return "\(reason)\n\(expected.canonicalRequest)\n\(expected.stringToSign)"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["refusal": description], displayStyle: .struct) }
}
