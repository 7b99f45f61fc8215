package import JSONText

/// What a value has that its shape does not allow, or what it lacks.
package struct ShapeViolation: Sendable, Hashable {
    /// The rule that is broken.
    package enum Rule: Sendable, Hashable {
        /// The value has another type in JSON than its shape.
        case type(expected: String)
        /// A required member is absent or `null`.
        case missing
        /// The structure has no such member; it has these.
        case unknownMember(known: [String])
        /// A union has none of its members, or several.
        case notOneMember(shape: String, known: [String])
        /// The length of a text, of bytes, a list or a map, which is to lie within these bounds.
        case length(min: Int?, max: Int?)
        /// A number, which is to lie within these bounds.
        case range(min: Double?, max: Double?)
        /// The text does not match the pattern as a whole.
        case pattern(String)
        /// The text is not one of these values.
        case enumeration([String])
        /// The text is not bytes in base64.
        case base64
        /// The text is base64 without the padding at its end, which some readers take.
        case base64Padding
    }

    package let rule: Rule
    /// Where the value stands, or would stand.
    package let path: JSONPath
    /// The value; `nil` where there is none, and where the service model says that it is sensitive.
    package let shown: JSONValue?

    package init(_ rule: Rule, at path: JSONPath, shown: JSONValue? = nil) {
        self.rule = rule
        self.path = path
        self.shown = shown
    }
}
