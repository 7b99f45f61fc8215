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
