import Codes
import JSONText
import SigV4
import WireText

/// The read-only answers of the `bedrock` control plane, in the shapes of its service model.
struct ControlPlane {
    let account: SimulatedAccount
    let region: String
    let now: SigningTime

    /// ListFoundationModels: what exists in the region, whatever the account may do with it.
    func foundationModels(_ target: RequestTarget) throws(ServiceError) -> JSONValue {
        let query = ControlPlaneQuery(target)
        let provider = try query.provider("byProvider")?.lowercased()
        let inferenceType = try query.choice("byInferenceType", of: ["ON_DEMAND", "PROVISIONED"])
        let modality = try query.choice("byOutputModality", of: ["TEXT", "IMAGE", "EMBEDDING"])
        let customization = try query.choice(
            "byCustomizationType", of: ["FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION"])
        let listed = account.models.filter { model in
            guard let state = model.regions[region], !isPastEnd(model) else { return false }
            return (provider == nil || model.provider.lowercased() == provider)
                && (inferenceType == nil || inferenceTypes(state).contains(inferenceType ?? ""))
                && (modality == nil || modality == "TEXT") && customization == nil
        }
        return .object(["modelSummaries": .array(listed.map(details))])
    }

    /// GetFoundationModel.
    func foundationModel(_ identifier: String) throws(ServiceError) -> JSONValue {
        .object(["modelDetails": details(try model(identifier))])
    }

    /// GetFoundationModelAvailability: the four gates, each for itself.
    func availability(_ identifier: String) throws(ServiceError) -> JSONValue {
        // A bare id only: no prefix of a profile, no ARN.
        guard case .model(identifier, nil) = ModelIdentifier(identifier) else { throw .invalidIdentifier }
        guard let model = account.models.first(where: { $0.id == identifier }) else {
            throw .unresolvedModel
        }
        let access = model.regions[region]?.access
        var agreement = "AVAILABLE"
        var authorization = "AUTHORIZED"
        var entitlement = "AVAILABLE"
        if case .gated(let gate) = access {
            entitlement = "NOT_AVAILABLE"
            switch gate {
            case .agreement, .useCaseForm, .marketplace: agreement = "NOT_AVAILABLE"
            case .payment: agreement = "ERROR"
            case .account: authorization = "NOT_AUTHORIZED"
            }
        }
        return .object([
            "modelId": .string(model.id),
            "agreementAvailability": .object(["status": .string(agreement)]),
            "authorizationStatus": .string(authorization),
            "entitlementAvailability": .string(entitlement),
            "regionAvailability": .string(access == nil || isPastEnd(model) ? "NOT_AVAILABLE" : "AVAILABLE"),
        ])
    }

    /// ListInferenceProfiles, in pages when `maxResults` asks for them.
    func inferenceProfiles(_ target: RequestTarget) throws(ServiceError) -> JSONValue {
        let query = ControlPlaneQuery(target)
        // Without a type the service lists the system-defined profiles only.
        let kind =
            try query.choice("type", of: SimulatedProfile.Kind.allCases.map(\.rawValue))
            ?? SimulatedProfile.Kind.systemDefined.rawValue
        let all = account.profiles.filter { $0.sources.contains(region) && $0.kind.rawValue == kind }
        let start = try query.start(upTo: all.count)
        let size = try query.integer("maxResults", in: 1...1000) ?? all.count
        let page = all.dropFirst(start).prefix(size)
        var answer: JSONObject = ["inferenceProfileSummaries": .array(page.map(details))]
        if start + page.count < all.count { answer["nextToken"] = .string(String(start + page.count)) }
        return .object(answer)
    }

    /// GetInferenceProfile, by id or ARN.
    func inferenceProfile(_ identifier: String) throws(ServiceError) -> JSONValue {
        let id: String
        switch ModelIdentifier(identifier) {
        case .profile(let name, region, account.accountID, _): id = name
        case .model(let name, nil): id = name
        default: throw .validation(.modelIDInvalid, "The provided inference profile identifier is invalid.")
        }
        guard let profile = account.profiles.first(where: { $0.id == id && $0.sources.contains(region) }) else {
            throw .notFound(nil, "The provided inference profile was not found.")
        }
        return details(profile)
    }

    private func model(_ identifier: String) throws(ServiceError) -> SimulatedModel {
        let reference = ModelIdentifier(identifier)
        if reference == .invalid { throw .invalidIdentifier }
        guard case .model(let id, let arnRegion) = reference, arnRegion ?? region == region,
            let model = account.models.first(where: { $0.id == id && $0.regions[region] != nil })
        else { throw .unresolvedModel }
        if isPastEnd(model) { throw AccessCheck.endOfLife }
        return model
    }

    private func isPastEnd(_ model: SimulatedModel) -> Bool {
        if let end = model.lifecycle.endOfLife, end.unixSeconds <= now.unixSeconds { return true }
        return model.regions[region]?.access == .endOfLife
    }

    private func inferenceTypes(_ state: ModelState) -> [String] {
        state.route == .onDemand ? ["ON_DEMAND"] : ["INFERENCE_PROFILE"]
    }

    private func details(_ model: SimulatedModel) -> JSONValue {
        let input = model.features.contains(.images) ? ["TEXT", "IMAGE"] : ["TEXT"]
        let state = model.regions[region] ?? ModelState()
        return .object([
            "modelArn": .string("arn:aws:bedrock:\(region)::foundation-model/\(model.id)"),
            "modelId": .string(model.id),
            "modelName": .string(model.name),
            "providerName": .string(model.provider),
            "inputModalities": .array(input.map { .string($0) }),
            "outputModalities": .array([.string("TEXT")]),
            "responseStreamingSupported": .bool(model.features.contains(.streaming)),
            "customizationsSupported": .array([]),
            "inferenceTypesSupported": .array(inferenceTypes(state).map { .string($0) }),
            "modelLifecycle": lifecycle(model),
        ])
    }

    private func lifecycle(_ model: SimulatedModel) -> JSONValue {
        let days = model.lifecycle
        let isLegacy =
            days.legacy.map { $0.unixSeconds <= now.unixSeconds } ?? (model.regions[region]?.access == .legacyLocked)
        var answer: JSONObject = ["status": .string(isLegacy ? "LEGACY" : "ACTIVE")]
        answer["startOfLifeTime"] = days.start.map { .string("\($0)T00:00:00Z") }
        answer["legacyTime"] = days.legacy.map { .string("\($0)T00:00:00Z") }
        answer["endOfLifeTime"] = days.endOfLife.map { .string("\($0)T00:00:00Z") }
        return .object(answer)
    }

    private func details(_ profile: SimulatedProfile) -> JSONValue {
        let destinations = profile.destinations + (profile.id.hasPrefix("global.") ? [""] : [])
        let arns = destinations.map { "arn:aws:bedrock:\($0)::foundation-model/\(profile.modelID)" }
        let model = account.models.first { $0.id == profile.modelID }
        let description = "Routes requests to \(model?.name ?? profile.modelID) in \(list(profile.destinations))."
        var answer: JSONObject = [
            "inferenceProfileName": .string(profile.name),
            "description": .string(description),
            "inferenceProfileArn": .string(account.arn(of: profile, in: region)),
            "models": .array(arns.map { .object(["modelArn": .string($0)]) }),
            "inferenceProfileId": .string(profile.id),
            "status": .string("ACTIVE"),
            "type": .string(profile.kind.rawValue),
        ]
        if let start = model?.lifecycle.start {
            answer["createdAt"] = .string("\(start)T00:00:00Z")
            answer["updatedAt"] = .string("\(start)T00:00:00Z")
        }
        return .object(answer)
    }

    /// `a`, `a and b`, `a, b and c`; of many regions their number, since a description holds 200 characters.
    private func list(_ regions: [String]) -> String {
        guard regions.count <= 8, let last = regions.last else { return "\(regions.count) regions" }
        let others = regions.dropLast().joined(separator: ", ")
        return others.isEmpty ? last : "\(others) and \(last)"
    }
}
