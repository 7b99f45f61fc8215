package import ServiceModel

/// What the API's own model says of a member of a Converse request, in words: for messages that name the member and no rule.
package enum MemberConstraint {
    /// The rule for the member at a path such as `toolConfig.tools.0.toolSpec.name` or `messages.2.member.content`; `nil` where the
    /// API has no such member, or no rule for it.
    package static func words(at path: String, model: ServiceModel = .bedrockRuntime) -> String? {
        guard let operation = model.operations["Converse"] else { return nil }
        var shape = model[operation.input]
        let steps = path.split { "./[]#".contains($0) }
        guard !steps.isEmpty else { return nil }
        for step in steps where step != "member" {
            switch shape.kind {
            case .structure(let members), .union(let members):
                guard let member = members.first(where: { $0.name == step }) else { return nil }
                shape = model[member.shape]
            case .list(let item):
                guard step.allSatisfy(\.isNumber) else { return nil }
                shape = model[item]
            case .map(_, let value): shape = model[value]
            default: return nil
            }
        }
        return words(of: shape, model)
    }

    private static func words(of shape: ModelShape, _ model: ServiceModel) -> String? {
        let bounds = range(shape)
        switch shape.kind {
        case .enumeration(let values): return "one of \(values.joined(separator: ", "))"
        case .union(let members): return "an object with exactly one of " + members.map(\.name).joined(separator: ", ")
        case .structure(let members):
            let required = members.filter { $0.presence == .required }.map(\.name)
            return required.isEmpty ? nil : "an object that has \(required.joined(separator: " and "))"
        case .list: return bounds.map { "a list of \($0) items" }
        case .map: return bounds.map { "an object of \($0) members" }
        case .string:
            let pattern = shape.pattern.flatMap { $0.count < 60 ? "that match \($0)" : nil }
            let length = bounds.map { "\($0) characters" }
            let parts = [length ?? (pattern == nil ? nil : "characters"), pattern].compactMap { $0 }
            return parts.isEmpty ? nil : "a text of " + parts.joined(separator: " ")
        case .integer: return "a whole number" + (bounds.map { ", \($0)" } ?? "")
        case .number: return "a number" + (bounds.map { ", \($0)" } ?? "")
        case .boolean: return "true or false"
        case .document: return "a JSON object, not a text that holds JSON"
        case .blob: return nil
        }
    }

    private static func range(_ shape: ModelShape) -> String? {
        let (least, most) = (shape.min.map(ConstraintText.number), shape.max.map(ConstraintText.number))
        return switch (least, most) {
        case (let least?, let most?): "\(least) to \(most)"
        case (let least?, nil): "at least \(least)"
        case (nil, let most?): "at most \(most)"
        case (nil, nil): nil
        }
    }
}
