import Codes
import JSONText
import RequestRules
import WireText

/// The service's words for a body that its own model does not allow.
///
/// A value of the wrong type is refused while the body is read; only then are the constraints looked at, all of them
/// at once. A member that is not known is passed over: no source shows that the service refuses one.
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
            case .base64, .base64Padding:
                throw ConverseValidation.serialization("The member \(violation.path.dotted) is not base64.")
            default: break
            }
        }
        for violation in violations {
            guard case .notOneMember = violation.rule, let text = ConstraintText.text(violation) else { continue }
            throw .validation(.validationMessages, text)
        }
        let broken = violations.filter(ConstraintText.isCounted)
        guard let first = broken.first else { return }
        throw .validation(
            first.path.steps.last == .name("maxTokens") ? .validationMaxTokens : .validationMessages,
            "\(Counted.words(broken.count, "validation error")) detected: "
                + broken.prefix(mostShown).compactMap(ConstraintText.text).joined(separator: "; "))
    }

    private static func wrongType(_ violation: ShapeViolation, _ expected: String) -> String {
        let found = violation.shown.map { " is \($0.kindName);" } ?? " has another type:"
        return "The member \(violation.path.dotted)\(found) \(expected) was expected."
    }
}
