public import JSONText

/// A contextual grounding check that was applied.
public struct GuardrailContextualGroundingFilter: ConverseShape, Sendable, Hashable {
    /// What is measured.
    public var type: GuardrailContextualGroundingFilterType
    /// The score below which the guardrail acts.
    public var threshold: JSONNumber
    /// The score that was measured.
    public var score: JSONNumber
    /// What was done.
    public var action: GuardrailContextualGroundingPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        type: GuardrailContextualGroundingFilterType,
        threshold: JSONNumber,
        score: JSONNumber,
        action: GuardrailContextualGroundingPolicyAction,
        detected: Bool? = nil
    ) {
        self.type = type
        self.threshold = threshold
        self.score = score
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(type: .vacant, threshold: .vacant, score: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.required("threshold", &threshold)
        try visitor.required("score", &score)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}
