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
    /// Whether its cause is looked for in the request.
    let search: Bool

    init(
        error: ServiceError, findings: [FindingCode], detail: String, refusal: SignatureRefusal?, search: Bool = true
    ) {
        self.error = error
        self.findings = findings
        self.detail = detail
        self.refusal = refusal
        self.search = search
    }

    /// The same from a relay, which says that it sent nothing on.
    var byRelay: AuthenticationRefusal {
        var error = error
        error.message +=
            " (This request was not sent on: only what is signed with the key pair of this relay, or brings its API key, is.)"
        return AuthenticationRefusal(
            error: error, findings: findings, detail: "not sent on: \(detail)", refusal: refusal, search: search)
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
