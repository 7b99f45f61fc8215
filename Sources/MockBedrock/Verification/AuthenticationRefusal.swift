import Codes
import SigV4
import WireText

/// A refusal by the authentication layer, in the service's words, with the codes that follow from its reason.
struct AuthenticationRefusal: Sendable {
    let error: ServiceError
    /// The signature cause, where the request itself shows it, then the service's own.
    let findings: [FindingCode]
    /// One line for the log.
    let detail: String
    /// The refusal behind it; nil for a bearer token.
    let refusal: SignatureRefusal?

    private init(error: ServiceError, findings: [FindingCode], detail: String, refusal: SignatureRefusal?) {
        self.error = error
        self.findings = findings
        self.detail = detail
        self.refusal = refusal
    }

    /// The same from a relay, which says that it sent nothing on.
    var byRelay: AuthenticationRefusal {
        var error = error
        error.message += " (This request was not sent on: only what is signed with the key pair of this relay is.)"
        return AuthenticationRefusal(
            error: error, findings: findings, detail: "not sent on: \(detail)", refusal: refusal)
    }

    /// Puts a signature refusal into the service's words.
    init(_ refusal: SignatureRefusal, of request: SignableRequest) {
        let text = RefusalText(refusal: refusal, request: request)
        self.init(
            error: ServiceError(
                status: 403, type: Self.errorType(refusal.reason), message: text.message,
                cause: Self.findings(refusal.reason).last, layer: .authentication),
            findings: Self.findings(refusal.reason), detail: text.detail, refusal: refusal)
    }

    /// Refuses a bearer token; nil when there is none.
    ///
    /// An API key that Bedrock issued begins with `ABSK` (long-term) or `bedrock-api-key-` (short-term); anything else
    /// is not looked up. This server issues none, so every token is refused.
    init?(bearerIn headers: [HeaderField]) {
        guard let field = headers.first(where: { $0.isNamed("authorization") }) else { return nil }
        let scheme = Array("bearer".utf8)
        guard field.value.count >= scheme.count,
            zip(field.value, scheme).allSatisfy({ $0 | 0x20 == $1 }),
            field.value.count == scheme.count || field.value[scheme.count] == UInt8(ascii: " ")
        else { return nil }
        let token = field.value.dropFirst(scheme.count + 1)
        let isIssued = ["ABSK", "bedrock-api-key-"].contains { token.starts(with: $0.utf8) }
        self.init(
            error: ServiceError(
                status: 403, type: "AccessDeniedException",
                message: isIssued
                    ? "Authentication failed: Please make sure your API Key is valid."
                    : "Invalid API Key format: Must start with pre-defined prefix",
                cause: .bearerTokenInvalid, layer: .authentication, key: .capitalised),
            findings: [.bearerSent, .bearerTokenInvalid],
            detail: token.isEmpty
                ? "an empty bearer token was sent instead of a signature"
                : "a bearer token was sent instead of a signature",
            refusal: nil)
    }

    private static func errorType(_ reason: SignatureRefusal.Reason) -> String {
        switch reason {
        case .missingAuthorization: "MissingAuthenticationTokenException"
        case .malformed: "IncompleteSignatureException"
        case .unknownAccessKey, .tokenMissing, .tokenMismatch, .tokenNotExpected: "UnrecognizedClientException"
        case .tokenExpired: "ExpiredTokenException"
        case .scopeDate, .scopeRegion, .scopeService, .scopeTerminator, .expired, .notYetCurrent, .presignExpired,
            .hostNotSigned, .missingSignedHeader, .mismatch:
            "InvalidSignatureException"
        }
    }

    private static func findings(_ reason: SignatureRefusal.Reason) -> [FindingCode] {
        switch reason {
        case .missingAuthorization: [.missingAuthToken]
        case .malformed, .scopeTerminator, .hostNotSigned: [.incompleteSignature]
        case .unknownAccessKey: [.tokenInvalid]
        case .tokenMissing: [.tokenMissing, .tokenInvalid]
        case .tokenMismatch, .tokenNotExpected: [.tokenStale, .tokenInvalid]
        case .tokenExpired: [.tokenStale, .tokenExpired]
        case .scopeDate: [.scopeDate, .credentialScopeDate]
        case .scopeRegion: [.scopeRegion, .wrongScopeRegion]
        case .scopeService: [.scopeService, .wrongScopeService]
        case .expired: [.timeSkew, .clockSkewExpired]
        case .notYetCurrent: [.timeSkew, .clockSkewFuture]
        // The lifetime of a presigned request is the signer's choice: its end says nothing about a clock.
        case .presignExpired: [.timeAged, .clockSkewExpired]
        case .missingSignedHeader: [.headerMissing, .signatureMismatch]
        case .mismatch: [.signatureMismatch]
        }
    }
}
