import Report

/// What the caller knows besides the answer: it settles texts that fit several causes.
struct ErrorContext: Sendable {
    /// The region that was asked.
    var region: String?

    /// The model that was asked for.
    var model: String?

    /// The region in the first Bedrock host that the text names.
    var hostRegion: String?

    /// Whether that host, if there is one, belongs to Bedrock.
    var hostIsBedrock: Bool

    /// Whether the model that was asked for is known to have reached the end of its life.
    var modelIsRetired: Bool

    func adjusted(_ candidates: [CauseCandidate], _ read: ReadAnswer) -> [CauseCandidate] {
        guard let first = candidates.first else { return [] }
        switch first.cause {
        case "model-id-invalid": return identifier(candidates)
        case "region-has-no-endpoint", "network-unreachable": return host(candidates)
        case "token-invalid":
            guard let region, RegionCatalog.region(named: region)?.optIn == .needed else { return candidates }
            return [CauseCandidate("token-invalid", .possible), CauseCandidate("region-not-opted-in", .possible)]
        default: return candidates
        }
    }

    /// "The provided model identifier is invalid" is said of a wrong id, of an ARN cut at its slash, and of a dead model.
    private func identifier(_ candidates: [CauseCandidate]) -> [CauseCandidate] {
        if modelIsRetired {
            return [CauseCandidate("model-end-of-life", .likely), CauseCandidate("model-id-invalid", .possible)]
        }
        if let model, model.hasPrefix("arn:") {
            return [CauseCandidate("arn-path-encoding", .possible), CauseCandidate("model-id-invalid", .possible)]
        }
        return candidates
    }

    /// A host that cannot be reached is missing from DNS where the region has no Bedrock, and blocked where it has.
    private func host(_ candidates: [CauseCandidate]) -> [CauseCandidate] {
        guard let name = hostRegion ?? region, let first = candidates.first else { return candidates }
        let exists = hostIsBedrock && RegionCatalog.region(named: name)?.bedrock == .listed
        if exists, first.cause == "region-has-no-endpoint" {
            return [
                CauseCandidate("network-unreachable", .likely), CauseCandidate("region-has-no-endpoint", .possible),
            ]
        }
        if !exists, first.cause == "region-has-no-endpoint" {
            if RegionCatalog.region(named: name) == nil, RegionCatalog.nearest(to: name) != nil {
                return [
                    CauseCandidate("region-has-no-endpoint", .possible), CauseCandidate("region-invalid", .possible),
                ]
            }
        }
        return candidates
    }
}
