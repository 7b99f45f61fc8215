package import Report

/// What a cause means for the question whether a model can be used.
package enum ErrorCauseGroup: Sendable, Hashable {
    /// Credentials, signature or clock: the same for every model.
    case credentials
    /// A policy says no.
    case policy
    /// The account has a gate to pass, or a region to enable.
    case account(AccountGate?)
    /// The id, the region or the life of the model, with the verdict that follows where the catalog knows no better.
    case model(ModelVerdict)
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

    /// The account gate that the cause closes.
    package var gate: AccountGate? { if case .account(let gate) = self { gate } else { nil } }

    /// The status of a finding of this group.
    package var status: Status {
        switch self {
        case .busy: .warn
        case .unknown, .serviceFault: .unknown
        default: .fail
        }
    }

    /// On whose side the cause lies.
    var place: Side? {
        switch self {
        case .credentials, .request, .settings: .client
        case .policy, .account: .account
        case .model, .busy, .serviceFault: .service
        case .network: .network
        case .unknown: nil
        }
    }
}

/// What the account, rather than a policy, still lacks for a model.
package enum AccountGate: String, Sendable, Hashable, CaseIterable {
    /// The model's agreement (EULA) has not been accepted, or access was never requested.
    case agreement
    /// Anthropic's form of first use has not been submitted.
    case useCaseForm = "use-case-form"
    /// The subscription in AWS Marketplace cannot be made, or is still being made.
    case marketplace
    /// The account has no valid means of payment.
    case payment
    /// AWS does not let this account have the model, or not yet.
    case account
}
