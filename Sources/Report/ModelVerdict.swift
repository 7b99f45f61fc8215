/// What a probe showed about one model in one region.
package enum ModelVerdict: String, Sendable, Hashable, CaseIterable {
    /// A call by the model's own id was answered.
    case accessible

    /// A call was answered, by way of an inference profile.
    case accessibleViaProfile = "accessible-via-profile"

    /// Access works, but the service would not serve now.
    case throttled

    /// An account gate is closed: agreement, use-case form, marketplace, payment or the account itself.
    case noAccess = "no-access"

    /// A policy denies the call: identity, SCP, boundary, VPC endpoint or session policy.
    case denied

    /// The region does not offer the model.
    case notInRegion = "not-in-region"

    /// No such model id.
    case unknownModel = "unknown-model"

    /// The model has reached the end of its life.
    case retired

    /// The credentials, the signature or the clock are refused: the same for every model.
    case credentialFault = "credential-fault"

    /// No answer came: name lookup, connection or TLS failed.
    case unreachable

    /// An answer came that proves neither access nor its absence.
    case inconclusive
}
