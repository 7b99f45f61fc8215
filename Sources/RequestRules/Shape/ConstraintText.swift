package import JSONText

/// A broken shape in the service's words: those of Coral, which answers for every AWS service of this kind.
///
/// Sources of the texts: LiteLLM issues 19384 and 24668 (several at once, the pattern before the length), genkit's AWS
/// plugin, issue 43 (a list is not shown). The order of the keys of a union is the model's; the service's own differs.
package enum ConstraintText {
    /// What the service says of one broken constraint; `nil` for what is not a constraint: a wrong type, an unknown member.
    package static func text(_ violation: ShapeViolation) -> String? {
        if case .notOneMember(let shape, let known) = violation.rule {
            return "\(shape) object at \(violation.path.dotted) must set one of the following keys: "
                + known.joined(separator: ", ") + "."
        }
        return rule(violation.rule).map {
            "Value\(value(violation)) at '\(path(violation.path))' failed to satisfy constraint: Member must \($0)"
        }
    }

    /// Whether the service counts it among the "validation errors detected".
    package static func isCounted(_ violation: ShapeViolation) -> Bool { rule(violation.rule) != nil }

    private static func rule(_ rule: ShapeViolation.Rule) -> String? {
        switch rule {
        case .missing: "not be null"
        case .length(let min?, _): "have length greater than or equal to \(min)"
        case .length(_, let max?): "have length less than or equal to \(max)"
        case .range(let min?, _): "have value greater than or equal to \(number(min))"
        case .range(_, let max?): "have value less than or equal to \(number(max))"
        case .pattern(let pattern): "satisfy regular expression pattern: \(pattern)"
        case .enumeration(let values): "satisfy enum value set: [\(values.joined(separator: ", "))]"
        case .length, .range, .type, .base64, .base64Padding, .unknownMember, .notOneMember: nil
        }
    }

    /// A bound without a fraction that it does not have.
    package static func number(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }

    private static func value(_ violation: ShapeViolation) -> String {
        switch (violation.rule, violation.shown) {
        case (.missing, _): " null"
        case (_, .string(let text)?): " '\(text)'"
        case (_, .number(let number)?): " '\(number.literal)'"
        default: ""
        }
    }

    /// `messages.1.member.role`: elements count from 1.
    private static func path(_ path: JSONPath) -> String {
        path.steps.map { step in
            switch step {
            case .name(let name): name
            case .index(let index): "\(index + 1).member"
            }
        }.joined(separator: ".")
    }
}

extension JSONPath {
    /// `messages.0.content.1`: elements count from 0, as the service writes places in its own texts.
    package var dotted: String {
        steps.map { step in
            switch step {
            case .name(let name): name
            case .index(let index): "\(index)"
            }
        }.joined(separator: ".")
    }
}
