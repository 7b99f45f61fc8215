/// A topic that a guardrail looked for.
public struct GuardrailTopic: ConverseShape, Sendable, Hashable {
    /// The name of the topic.
    public var name: String
    /// What the policy does with it.
    public var type: GuardrailTopicType
    /// What was done.
    public var action: GuardrailTopicPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(name: String, type: GuardrailTopicType, action: GuardrailTopicPolicyAction, detected: Bool? = nil) {
        self.name = name
        self.type = type
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(name: .vacant, type: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("name", &name)
        try visitor.required("type", &type)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}
