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
    package init(_ cause: String) {
        self = Self.groups[cause] ?? (cause.hasPrefix("validation-") ? .request : .unknown)
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

    private static let groups: [String: ErrorCauseGroup] = {
        let lists: [(ErrorCauseGroup, [String])] = [
            (
                .credentials,
                [
                    "token-expired", "token-invalid", "bearer-token-expired", "bearer-token-invalid",
                    "missing-auth-token", "incomplete-signature", "signature-mismatch", "clock-skew-expired",
                    "clock-skew-future", "credential-scope-date", "wrong-scope-region", "wrong-scope-service",
                ]
            ),
            (
                .policy,
                [
                    "iam-denied", "bearer-iam-denied", "explicit-deny", "scp-denied", "rcp-denied",
                    "permissions-boundary-denied", "session-policy-denied", "vpc-endpoint-policy-denied",
                    "cross-account-denied",
                ]
            ),
            (
                .account,
                [
                    "model-access-not-granted", "use-case-form-missing", "marketplace-subscription",
                    "marketplace-subscription-pending", "marketplace-payment", "account-not-allowed",
                    "account-verification-pending", "channel-program", "data-retention-required", "geo-restricted",
                    "region-not-opted-in",
                ]
            ),
            (
                .model,
                [
                    "model-id-invalid", "model-not-in-region", "model-end-of-life", "legacy-model-locked",
                    "on-demand-unsupported-needs-inference-profile", "arn-path-encoding", "arn-region-mismatch",
                ]
            ),
            (
                .busy,
                [
                    "throttled", "quota-daily-tokens", "quota-exceeded", "model-not-ready", "model-timeout",
                    "model-error",
                ]
            ),
            (.serviceFault, ["internal", "service-unavailable"]),
            (.request, ["count-tokens-unsupported", "guardrail-not-found", "wrong-endpoint"]),
            (
                .network,
                [
                    "network-unreachable", "network-certificate-untrusted", "network-tls-failed",
                    "region-has-no-endpoint", "answer-not-from-service", "network-answer-malformed",
                    "network-answer-timeout", "network-connection-closed", "network-name-unresolved",
                    "network-proxy-failed", "network-proxy-authentication", "credentials-service-unreachable",
                    "stream-damaged",
                    "stream-ended-early", "stream-silent", "answer-unreadable", "stream-out-of-order",
                ]
            ),
            (
                .settings,
                [
                    "credentials-missing", "credentials-partial", "region-missing", "region-invalid",
                    "profile-not-found", "client-too-old",
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: lists.flatMap { group, causes in causes.map { ($0, group) } })
    }()
}
