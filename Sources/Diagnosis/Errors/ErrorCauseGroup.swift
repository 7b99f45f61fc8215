package import Codes
package import Report

/// What a cause means for the question whether a model can be used.
package enum ErrorCauseGroup: Sendable, Hashable {
    /// Credentials, signature or clock: the same for every model.
    case credentials
    /// A policy says no.
    case policy
    /// The account has a gate to pass.
    case account
    /// The id, the region or the life of the model.
    case model
    /// Access works, and the service will not serve now.
    case busy
    /// The service failed before it said anything about access.
    case serviceFault
    /// The request was read and not taken: nothing is said of access.
    case request
    /// No answer of the service came.
    case network
    /// Nothing was sent for want of a setting.
    case settings
    case unknown

    /// The group of a cause.
    package init(_ cause: FindingCode) {
        self = Self.groups[cause] ?? (FindingCode.serviceValidation.contains(cause) ? .request : .unknown)
    }

    /// The status of a finding of this group.
    package var status: Status {
        switch self {
        case .busy: .warn
        case .unknown, .serviceFault: .unknown
        default: .fail
        }
    }

    /// On whose side the cause lies.
    var place: String? {
        switch self {
        case .credentials, .request, .settings: "client"
        case .policy, .account: "account"
        case .model, .busy, .serviceFault: "service"
        case .network: "network"
        case .unknown: nil
        }
    }

    private static let groups: [FindingCode: ErrorCauseGroup] = {
        let lists: [(ErrorCauseGroup, [FindingCode])] = [
            (
                .credentials,
                [
                    .tokenExpired, .tokenInvalid, .bearerTokenExpired, .bearerTokenInvalid,
                    .missingAuthToken, .incompleteSignature, .signatureMismatch, .clockSkewExpired,
                    .clockSkewFuture, .credentialScopeDate, .wrongScopeRegion, .wrongScopeService,
                ]
            ),
            (
                .policy,
                [
                    .iamDenied, .bearerIAMDenied, .explicitDeny, .scpDenied, .rcpDenied,
                    .permissionsBoundaryDenied, .sessionPolicyDenied, .vpcEndpointPolicyDenied,
                    .crossAccountDenied,
                ]
            ),
            (
                .account,
                [
                    .modelAccessNotGranted, .useCaseFormMissing, .marketplaceSubscription,
                    .marketplaceSubscriptionPending, .marketplacePayment, .accountNotAllowed,
                    .accountVerificationPending, .channelProgram, .dataRetentionRequired, .geoRestricted,
                    .regionNotOptedIn,
                ]
            ),
            (
                .model,
                [
                    .modelIDInvalid, .modelNotInRegion, .modelEndOfLife, .legacyModelLocked,
                    .onDemandUnsupportedNeedsInferenceProfile, .arnPathEncoding, .arnRegionMismatch,
                ]
            ),
            (
                .busy,
                [
                    .throttled, .quotaDailyTokens, .quotaExceeded, .modelNotReady, .modelTimeout,
                    .modelError,
                ]
            ),
            (.serviceFault, [.internalError, .serviceUnavailable]),
            (.request, [.countTokensUnsupported, .guardrailNotFound, .wrongEndpoint]),
            (
                .network,
                [
                    .networkUnreachable, .networkCertificateUntrusted, .networkTLSFailed,
                    .regionHasNoEndpoint, .answerNotFromService, .networkAnswerMalformed,
                    .networkAnswerTimeout, .networkConnectionClosed, .networkNameUnresolved,
                    .networkProxyFailed, .networkProxyAuthentication, .credentialsServiceUnreachable,
                    .streamDamaged,
                    .streamEndedEarly, .streamSilent, .answerUnreadable, .streamOutOfOrder,
                ]
            ),
            (
                .settings,
                [
                    .credentialsMissing, .credentialsPartial, .regionMissing, .regionInvalid,
                    .profileNotFound, .clientTooOld,
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: lists.flatMap { group, causes in causes.map { ($0, group) } })
    }()
}
