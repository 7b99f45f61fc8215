import WireText

/// The forms of a model identifier (Amazon Bedrock API Reference, Converse, `modelId`).
enum ModelIdentifier: Sendable, Hashable {
    /// A bare model id, the id of a system-defined profile, or the ARN of a foundation model with its region.
    case model(id: String, region: String?)
    /// The ARN of an inference profile.
    case profile(id: String, region: String, account: String, kind: SimulatedProfile.Kind)
    /// The ARN of a resource that no simulated account has, such as provisioned throughput.
    case otherResource
    /// Nothing that the service's pattern allows.
    case invalid

    init(_ identifier: String) {
        guard identifier.hasPrefix("arn:") else {
            let allowed = identifier.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-.:_".utf8.contains($0) }
            self = allowed && !identifier.isEmpty ? .model(id: identifier, region: nil) : .invalid
            return
        }
        // arn:partition:bedrock:region:account:resource, where the resource may hold colons of its own.
        let parts = identifier.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[1].hasPrefix("aws"), parts[2] == "bedrock",
            let slash = parts[5].firstIndex(of: "/")
        else {
            self = .invalid
            return
        }
        let type = parts[5][..<slash]
        let id = String(parts[5][parts[5].index(after: slash)...])
        switch type {
        case "foundation-model" where parts[4].isEmpty: self = .model(id: id, region: parts[3])
        case "inference-profile" where parts[4].utf8.count == 12:
            self = .profile(id: id, region: parts[3], account: parts[4], kind: .systemDefined)
        case "application-inference-profile" where parts[4].utf8.count == 12:
            self = .profile(id: id, region: parts[3], account: parts[4], kind: .application)
        case "provisioned-model", "custom-model", "custom-model-deployment", "imported-model", "prompt",
            "prompt-router", "default-prompt-router":
            self = .otherResource
        default: self = .invalid
        }
    }
}
