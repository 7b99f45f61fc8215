import Codes
import SigV4

/// What a model identifier leads to in one region of an account.
struct ModelResolution: Sendable {
    let model: SimulatedModel
    let state: ModelState
    /// The profile through which the call goes; nil for a call by the model's own id.
    let profile: SimulatedProfile?

    /// What the account may do on this way to the model.
    var access: ModelAccess { profile?.access ?? state.access }
}

extension SimulatedAccount {
    /// Follows a model identifier as Converse takes it: a bare id, a profile id, or an ARN of either.
    ///
    /// - Parameters:
    ///   - identifier: The identifier, percent-decoded.
    ///   - region: The region that was called.
    ///   - caller: The ARN of who calls, as a denial names it.
    /// - Throws: The service's error for an identifier that leads nowhere.
    func resolve(_ identifier: String, in region: String, for caller: String) throws(ServiceError) -> ModelResolution {
        let reference = ModelIdentifier(identifier)
        switch reference {
        case .model(let id, let arnRegion):
            if let arnRegion, arnRegion != region { throw .invalidIdentifier }
            guard let model = models.first(where: { $0.id == id }) else {
                return try resolveProfile(id: id, kind: nil, in: region)
            }
            guard let state = model.regions[region] else { throw .unresolvedModel }
            return ModelResolution(model: model, state: state, profile: nil)
        case .profile(let id, let arnRegion, let owner, let kind):
            guard arnRegion == region else { throw .invalidIdentifier }
            guard owner == accountID else {
                throw .denial(
                    .crossAccountDenied, of: caller, action: "bedrock:InvokeModel", resource: identifier,
                    reason: "because no resource-based policy allows the bedrock:InvokeModel action")
            }
            return try resolveProfile(id: id, kind: kind, in: region)
        case .otherResource:
            throw .unresolvedModel
        case .invalid:
            throw .invalidIdentifier
        }
    }

    private func resolveProfile(
        id: String, kind: SimulatedProfile.Kind?, in region: String
    ) throws(ServiceError) -> ModelResolution {
        // A profile of another geography is not an identifier here: the service does not say more (facts of 2026).
        let found = profiles.first {
            $0.id == id && $0.sources.contains(region) && (kind ?? .systemDefined) == $0.kind
        }
        guard let found, let model = models.first(where: { $0.id == found.modelID }) else {
            throw .invalidIdentifier
        }
        // A profile may be called from a region where the model itself is not offered.
        let state = model.regions[region] ?? ModelState(route: .profileOnly)
        return ModelResolution(model: model, state: state, profile: found)
    }
}

extension ServiceError {
    /// The refusal of IAM and its relatives: the key of its text is capitalised, unlike that of the service's own.
    ///
    /// It names the caller: `arn:aws:iam::ACCOUNT:user/NAME`, or `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>
    static func denial(
        _ cause: FindingCode, of caller: String, action: String, resource: String, reason: String
    ) -> ServiceError {
        ServiceError(
            status: 403, type: "AccessDeniedException",
            message: "User: \(caller) is not authorized to perform: \(action) on resource: \(resource) \(reason)",
            cause: cause, layer: .authentication, key: .capitalised)
    }

    static let invalidIdentifier = ServiceError.validation(
        .modelIDInvalid, "The provided model identifier is invalid.")
    static let unresolvedModel = ServiceError.notFound(
        .modelNotInRegion, "Could not resolve the foundation model from the provided model identifier.")
}
