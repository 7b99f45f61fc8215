/// One shape of an API: its kind, and what a value of it must satisfy.
///
/// Source of the kinds and constraints: Smithy 2.0, "Simple types", "Aggregate types" and "Constraint traits".
package struct ModelShape: Sendable, Hashable {
    /// What a value is in JSON.
    package enum Kind: Sendable, Hashable {
        /// An object whose members are known.
        case structure([ModelMember])
        /// An object with exactly one of these members.
        case union([ModelMember])
        case list(of: ShapeID)
        case map(key: ShapeID, value: ShapeID)
        case string
        /// A string that is one of these values.
        case enumeration([String])
        /// Bytes, which stand in JSON as base64.
        case blob
        case boolean
        /// A whole number.
        case integer
        case number
        /// Any JSON value.
        case document
    }

    package let name: String
    package let kind: Kind
    /// The least length of a text, of bytes, a list or a map, or the least number.
    package let min: Double?
    /// The greatest length or number.
    package let max: Double?
    /// A regular expression that the whole text must match.
    package let pattern: String?
    /// Whether a value must not be shown.
    package let sensitivity: Sensitivity

    /// Whether a value may be shown, in a message for instance.
    package enum Sensitivity: Sendable, Hashable { case open, sensitive }

    init(
        name: String, kind: Kind, min: Double? = nil, max: Double? = nil, pattern: String? = nil,
        sensitivity: Sensitivity = .open
    ) {
        self.name = name
        self.kind = kind
        self.min = min
        self.max = max
        self.pattern = pattern
        self.sensitivity = sensitivity
    }
}

/// A member of a structure or a union.
package struct ModelMember: Sendable, Hashable {
    /// Whether a structure is complete without the member.
    package enum Presence: Sendable, Hashable { case required, optional }

    /// Where a member stands in a request.
    package enum Location: Sendable, Hashable { case body, elsewhere }

    package let name: String
    package let shape: ShapeID
    package let presence: Presence
    package let location: Location
}
