/// The guardrail to apply to the request and the answer.
public struct GuardrailConfiguration: ConverseShape, Sendable, Hashable {
    /// The id or ARN of the guardrail.
    public var guardrailIdentifier: String?
    /// The version of the guardrail.
    public var guardrailVersion: String?
    /// How much the guardrail tells.
    public var trace: GuardrailTrace?
    /// Whether the stream waits for the guardrail (ConverseStream only).
    public var streamProcessingMode: GuardrailStreamProcessingMode?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        guardrailIdentifier: String? = nil,
        guardrailVersion: String? = nil,
        trace: GuardrailTrace? = nil,
        streamProcessingMode: GuardrailStreamProcessingMode? = nil
    ) {
        self.guardrailIdentifier = guardrailIdentifier
        self.guardrailVersion = guardrailVersion
        self.trace = trace
        self.streamProcessingMode = streamProcessingMode
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("guardrailIdentifier", &guardrailIdentifier)
        try visitor.optional("guardrailVersion", &guardrailVersion)
        try visitor.optional("trace", &trace)
        try visitor.optional("streamProcessingMode", &streamProcessingMode)
    }
}
