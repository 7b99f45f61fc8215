/// A word of a managed list that was matched.
public struct GuardrailManagedWord: ConverseShape, Sendable, Hashable {
    /// The text that was matched.
    public var match: String
    /// The list.
    public var type: GuardrailManagedWordType
    /// What was done.
    public var action: GuardrailWordPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        match: String,
        type: GuardrailManagedWordType,
        action: GuardrailWordPolicyAction,
        detected: Bool? = nil
    ) {
        self.match = match
        self.type = type
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(match: .vacant, type: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("match", &match)
        try visitor.required("type", &type)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}
