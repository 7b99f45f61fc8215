import Codes

/// Causes that a contrast says the same of.
enum CauseFamily: Hashable, CaseIterable {
    case signature, scope, keys, bearer, expired, missing, denied, country, model, network, busy, request, program,
        unknown

    init?(_ code: FindingCode) {
        switch code {
        case .signatureMismatch: self = .signature
        case .wrongScopeRegion, .wrongScopeService: self = .scope
        case .tokenInvalid, .identityKeyUnknown: self = .keys
        // By the place of the caller, which no policy and no region of the call changes.
        case .geoRestricted: self = .country
        case .bearerTokenInvalid, .incompleteSignature: self = .bearer
        case .tokenExpired, .bearerTokenExpired: self = .expired
        case .credentialsMissing, .missingAuthToken, .profileNotFound: self = .missing
        case .programFailed, .answerUnreadable, .clientTooOld, .clientRefused: self = .program
        // A status without a reason, or one that a client words by itself.
        case .unknownError, .internalError, .answerNotFromService, .serviceUnavailable: self = .unknown
        default:
            switch ErrorCauseGroup(code) {
            case .policy, .account: self = .denied
            case .model: self = .model
            case .network: self = .network
            case .busy: self = .busy
            case .request: self = .request
            default: return nil
            }
        }
    }

    /// What a program does by itself, so that another version of it may do better.
    static let ofClient: Set<CauseFamily> = [
        .signature, .scope, .keys, .bearer, .missing, .program, .unknown, .network,
    ]
}
