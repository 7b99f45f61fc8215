package import Codes

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

    /// The gate that a cause closes; `nil` when it is no matter of the account.
    package init?(cause: FindingCode) {
        switch cause {
        case .modelAccessNotGranted: self = .agreement
        case .useCaseFormMissing: self = .useCaseForm
        case .marketplaceSubscription, .marketplaceSubscriptionPending: self = .marketplace
        case .marketplacePayment: self = .payment
        case .accountNotAllowed, .accountVerificationPending, .channelProgram, .dataRetentionRequired,
            .geoRestricted:
            self = .account
        default: return nil
        }
    }
}
