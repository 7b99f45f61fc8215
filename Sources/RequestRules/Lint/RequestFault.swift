package import Codes
package import JSONText

/// What is wrong with a request, before it is sent: from whichever rule, in one form.
package struct RequestFault: Sendable, Hashable {
    /// What becomes of the request.
    package enum Weight: Sendable, Hashable {
        /// It is refused.
        case refused
        /// It may be refused, or something in it does nothing.
        case doubtful
    }

    /// Where it is known from.
    package enum Ground: Sendable, Hashable {
        /// The service model: the shape of a request.
        case model
        /// A rule of ``RequestRule``, and the page that it, and the words of the refusal, come from.
        case rule(page: String, isQuoted: Bool)
        /// The catalog: its source and day.
        case catalog(source: String, day: String)
    }

    /// The name of the rule.
    package let rule: String
    package let code: FindingCode
    package let weight: Weight
    package let ground: Ground
    /// What is wrong, in one line without a full stop.
    package let title: String
    /// The place in the body; `nil` where the model is at fault.
    package let path: JSONPath?
    /// Whether the name of the member is at fault, not its value.
    package let isName: Bool
    package let expected: String
    package let found: String
    /// How the service refuses it; `nil` where it does not.
    package let refusal: String?
    package let remedy: String
    /// How many more places break the rule, which are not listed.
    package var more = 0

    init(
        rule: String, _ code: FindingCode, _ weight: Weight, _ ground: Ground, title: String, at path: JSONPath?,
        isName: Bool = false, expected: String, found: String, refusal: String? = nil, remedy: String
    ) {
        self.rule = rule
        self.code = code
        self.weight = weight
        self.ground = ground
        self.title = title
        self.path = path
        self.isName = isName
        self.expected = expected
        self.found = found
        self.refusal = refusal
        self.remedy = remedy
    }
}
