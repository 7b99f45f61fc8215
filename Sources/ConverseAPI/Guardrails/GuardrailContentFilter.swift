/// A content filter that was applied.
public struct GuardrailContentFilter: ConverseShape, Sendable, Hashable {
    /// What the filter looks for.
    public var type: GuardrailContentFilterType
    /// How sure the filter is.
    public var confidence: GuardrailContentFilterConfidence
    /// How strict the filter is set.
    public var filterStrength: GuardrailContentFilterStrength?
    /// What was done.
    public var action: GuardrailContentPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        type: GuardrailContentFilterType,
        confidence: GuardrailContentFilterConfidence,
        action: GuardrailContentPolicyAction,
        filterStrength: GuardrailContentFilterStrength? = nil,
        detected: Bool? = nil
    ) {
        self.type = type
        self.confidence = confidence
        self.filterStrength = filterStrength
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(type: .vacant, confidence: .vacant, action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.required("confidence", &confidence)
        try visitor.optional("filterStrength", &filterStrength)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}
