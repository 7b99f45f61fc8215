import Codes
import JSONText
import RequestRules

/// The service's words for a body that its own model does not allow.
///
/// A value of the wrong type is refused while the body is read; only then are the constraints looked at, all of them
/// at once. A member that is not known is passed over: no source shows that the service refuses one.
///
/// Sources of the texts: LiteLLM issues 19384 and 24668 (several at once, the pattern before the length), genkit's AWS
/// plugin, issue 43 (a list is not shown). The order of the keys of a union is the model's; the service's own differs.
enum ConstraintRefusal {
    /// The most that are written out; the number before them is that of all.
    private static let mostShown = 50

    /// Checks the body of a request.
    ///
    /// - Throws: The refusal.
    static func check(_ body: JSONObject, of operation: String) throws(ServiceError) {
        let violations = ShapeCheck.violations(in: .object(body), of: operation) ?? []
        if violations.isEmpty { return }
        for violation in violations {
            switch violation.rule {
            case .type(let expected): throw ConverseValidation.serialization(wrongType(violation, expected))
            case .base64:
                throw ConverseValidation.serialization("The member \(plain(violation.path)) is not base64.")
            default: break
            }
        }
        for violation in violations {
            guard case .notOneMember(let shape, let known) = violation.rule else { continue }
            throw .validation(
                .validationMessages,
                "\(shape) object at \(plain(violation.path)) must set one of the following keys: "
                    + known.joined(separator: ", ") + ".")
        }
        let broken = violations.filter { rule($0.rule) != nil }
        guard let first = broken.first else { return }
        throw .validation(
            first.path.steps.last == .name("maxTokens") ? .validationMaxTokens : .validationMessages,
            "\(broken.count) validation error\(broken.count == 1 ? "" : "s") detected: "
                + broken.prefix(mostShown).compactMap(text).joined(separator: "; "))
    }

    private static func wrongType(_ violation: ShapeViolation, _ expected: String) -> String {
        let found = violation.shown.map { " is \($0.kindName);" } ?? " has another type:"
        return "The member \(plain(violation.path))\(found) \(expected) was expected."
    }

    /// A broken constraint in Coral's words; `nil` for what is not a constraint.
    private static func text(_ violation: ShapeViolation) -> String? {
        rule(violation.rule).map {
            "Value\(value(violation)) at '\(path(violation.path))' failed to satisfy constraint: Member must \($0)"
        }
    }

    private static func rule(_ rule: ShapeViolation.Rule) -> String? {
        switch rule {
        case .missing: "not be null"
        case .length(let min?, _): "have length greater than or equal to \(min)"
        case .length(_, let max?): "have length less than or equal to \(max)"
        case .range(let min?, _): "have value greater than or equal to \(number(min))"
        case .range(_, let max?): "have value less than or equal to \(number(max))"
        case .pattern(let pattern): "satisfy regular expression pattern: \(pattern)"
        case .enumeration(let values): "satisfy enum value set: [\(values.joined(separator: ", "))]"
        case .length, .range, .type, .base64, .unknownMember, .notOneMember: nil
        }
    }

    /// A bound without a fraction that it does not have.
    private static func number(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }

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

    /// `messages.0.content.1`: elements count from 0.
    private static func plain(_ path: JSONPath) -> String {
        path.steps.map { step in
            switch step {
            case .name(let name): name
            case .index(let index): "\(index)"
            }
        }.joined(separator: ".")
    }
}
