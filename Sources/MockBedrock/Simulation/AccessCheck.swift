import Codes
import SigV4
import WireText

/// Whether a call may reach its model, and the service's own words when it may not.
struct AccessCheck {
    let account: SimulatedAccount
    let resolution: ModelResolution
    let region: String
    /// The ARN of the caller.
    let caller: String
    let now: SigningTime

    /// The checks in the order in which the service's errors surface, without those that count calls.
    ///
    /// - Parameter action: The IAM action of the operation, such as `bedrock:InvokeModel`.
    /// - Throws: The refusal.
    func check(action: String) throws(ServiceError) {
        if case .denied(let denial) = resolution.access {
            throw .denial(
                cause(denial.policy), of: caller, action: action, resource: resource(for: denial.policy),
                reason: reason(denial, action: action))
        }
        try checkLife()
        switch resolution.access {
        case .legacyLocked:
            throw .notFound(
                .legacyModelLocked,
                "Access denied. This Model is marked by provider as Legacy and you have not been actively using the "
                    + "model in the last 15 days. Please upgrade to an active model on Amazon Bedrock")
        case .granted, .throttled, .gated, .denied, .endOfLife: break
        }
        if resolution.state.route == .profileOnly, resolution.profile == nil {
            // The apostrophe is U+2019, as the service writes it.
            throw .validation(
                .onDemandUnsupportedNeedsInferenceProfile,
                "Invocation of model ID \(resolution.model.id) with on-demand throughput isn\u{2019}t supported. "
                    + "Retry your request with the ID or ARN of an inference profile that contains this model.")
        }
        if case .gated(let gate) = resolution.access { throw refusal(gate) }
    }

    /// Whether the model is still there.
    ///
    /// - Throws: The refusal.
    func checkLife() throws(ServiceError) {
        if let endOfLife = resolution.model.lifecycle.endOfLife, endOfLife.unixSeconds <= now.unixSeconds {
            throw Self.endOfLife
        }
        if resolution.access == .endOfLife { throw Self.endOfLife }
    }

    static let endOfLife = ServiceError.notFound(
        .modelEndOfLife,
        "This model version has reached the end of its life. Please refer to the AWS documentation for more details.")

    private func refusal(_ gate: AccessGate) -> ServiceError {
        switch gate {
        case .agreement:
            .accessDenied(.modelAccessNotGranted, "You don't have access to the model with the specified model ID.")
        case .useCaseForm:
            .notFound(
                .useCaseFormMissing,
                "Model use case details have not been submitted for this account. Fill out the Anthropic use case "
                    + "details form before using the model. If you have already filled out the form, try again in 15 "
                    + "minutes.")
        case .marketplace:
            .accessDenied(
                .marketplaceSubscription,
                "Model access is denied due to IAM user or service role is not authorized to perform the required AWS "
                    + "Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable "
                    + "access to this model. Refer to the Amazon Bedrock documentation for further details. Your AWS "
                    + "Marketplace subscription for this model cannot be completed at this time. If you recently "
                    + "fixed this issue, try again after 2 minutes.")
        case .payment:
            .accessDenied(
                .marketplacePayment,
                "Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be "
                    + "provided.. Your AWS Marketplace subscription for this model cannot be completed at this time. "
                    + "If you recently fixed this issue, try again after 2 minutes.")
        case .account:
            .accessDenied(
                .accountNotAllowed,
                "\(resolution.model.id) is not available for this account. You can explore other available models on "
                    + "Amazon Bedrock. For additional access options, contact AWS Sales at "
                    + "https://aws.amazon.com/contact-us/sales-support/")
        }
    }

    /// The resource that a denial names tells the way of the call: an organization's policy stops it at the model in
    /// a destination region, the caller's own policies at the profile.
    private func resource(for policy: PolicyDenial.Policy) -> String {
        guard let profile = resolution.profile else {
            return "arn:aws:bedrock:\(region)::foundation-model/\(resolution.model.id)"
        }
        switch policy {
        case .serviceControlPolicy, .resourceControlPolicy:
            if profile.id.hasPrefix("global.") {
                return "arn:aws:bedrock:::foundation-model/\(resolution.model.id)"
            }
            let destination = profile.destinations.first { $0 != region } ?? region
            return "arn:aws:bedrock:\(destination)::foundation-model/\(resolution.model.id)"
        default:
            return account.arn(of: profile, in: region)
        }
    }

    private func cause(_ policy: PolicyDenial.Policy) -> FindingCode {
        switch policy {
        case .identityPolicy: .iamDenied
        case .explicitDeny: .explicitDeny
        case .serviceControlPolicy: .scpDenied
        case .resourceControlPolicy: .rcpDenied
        case .permissionsBoundary: .permissionsBoundaryDenied
        case .vpcEndpointPolicy: .vpcEndpointPolicyDenied
        case .sessionPolicy: .sessionPolicyDenied
        }
    }

    private func reason(_ denial: PolicyDenial, action: String) -> String {
        let policyARN = denial.policyARN.map { ": \($0)" } ?? ""
        return switch denial.policy {
        case .identityPolicy: "because no identity-based policy allows the \(action) action"
        case .explicitDeny: "with an explicit deny in an identity-based policy\(policyARN)"
        case .serviceControlPolicy: "with an explicit deny in a service control policy\(policyARN)"
        case .resourceControlPolicy: "with an explicit deny in a resource control policy\(policyARN)"
        case .permissionsBoundary: "because no permissions boundary allows the \(action) action"
        case .vpcEndpointPolicy: "because no VPC endpoint policy allows the \(action) action"
        case .sessionPolicy: "because no session policy allows the \(action) action"
        }
    }
}

extension SimulatedAccount {
    /// The ARN by which a profile is called in a region.
    func arn(of profile: SimulatedProfile, in region: String) -> String {
        let type = profile.kind == .application ? "application-inference-profile" : "inference-profile"
        return "arn:aws:bedrock:\(region):\(accountID):\(type)/\(profile.id)"
    }
}
