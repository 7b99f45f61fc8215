/// A word of the guardrail's own list that was matched.
public struct GuardrailCustomWord: ConverseShape, Sendable, Hashable {
    /// The text that was matched.
    public var match: String
    /// What was done.
    public var action: GuardrailWordPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(match: String, action: GuardrailWordPolicyAction, detected: Bool? = nil) {
        self.match = match
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(match: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("match", &match)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}
