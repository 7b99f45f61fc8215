import SigV4

extension SignatureRefusal.Reason {
    /// The reason's name in files of vectors.
    var vectorName: String {
        switch self {
        case .missingAuthorization: "missing-authorization"
        case .malformed: "malformed"
        case .unknownAccessKey: "unknown-access-key"
        case .tokenMissing: "token-missing"
        case .tokenMismatch: "token-mismatch"
        case .tokenNotExpected: "token-not-expected"
        case .tokenExpired: "token-expired"
        case .scopeDate: "scope-date"
        case .scopeRegion: "scope-region"
        case .scopeService: "scope-service"
        case .scopeTerminator: "scope-terminator"
        case .expired: "expired"
        case .notYetCurrent: "not-yet-current"
        case .presignExpired: "presign-expired"
        case .hostNotSigned: "host-not-signed"
        case .missingSignedHeader: "missing-signed-header"
        case .mismatch: "mismatch"
        }
    }

    /// Every name there is, so that a misspelt one is noticed when a file is read.
    static let everyName = [
        "missing-authorization", "malformed", "unknown-access-key", "token-missing", "token-mismatch",
        "token-not-expected", "token-expired", "scope-date", "scope-region", "scope-service", "scope-terminator",
        "expired", "not-yet-current", "presign-expired", "host-not-signed", "missing-signed-header", "mismatch",
    ]
}

extension SignatureAdvice {
    /// The advice's name in files of vectors.
    var vectorName: String {
        switch self {
        case .tokenNotSigned: "token-not-signed"
        }
    }

    /// Every name there is.
    static let everyName = ["token-not-signed"]
}
