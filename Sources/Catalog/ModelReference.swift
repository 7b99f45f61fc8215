/// The ways in which a model is named in a call: a bare id, a profile id, or one of several ARNs.
package struct ModelReference: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `anthropic.claude-sonnet-4-6`
        case model
        /// `us.anthropic.claude-sonnet-4-6`
        case profile
        /// An ARN of AWS's own model or profile: its id says which model is meant.
        case namedARN
        /// An ARN of the account's own (application profile, provisioned throughput, custom or imported model, prompt
        /// router): only AWS knows what is behind it.
        case opaqueARN
    }

    package let kind: Kind

    /// The id inside, prefix included; `nil` for an opaque ARN.
    package let id: String?

    /// The region of an ARN.
    package let region: String?

    package init(_ written: String) {
        guard written.hasPrefix("arn:") else {
            kind = ModelPrefix.split(written).prefix == nil ? .model : .profile
            id = written
            region = nil
            return
        }
        let name = ResourceName(written)
        region = name.flatMap { $0.region.isEmpty ? nil : $0.region }
        let resource = name?.resource ?? ""
        if resource.hasPrefix("foundation-model/") || resource.hasPrefix("inference-profile/") {
            kind = .namedARN
            id = name?.bedrockID
        } else {
            kind = .opaqueARN
            id = nil
        }
    }
}
