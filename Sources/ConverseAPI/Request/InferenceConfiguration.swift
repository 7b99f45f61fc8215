public import JSONText

/// The parameters of inference that all models share.
public struct InferenceConfiguration: ConverseShape, Sendable, Hashable {
    /// The most tokens that the answer may have.
    public var maxTokens: Int?
    /// How freely the model chooses, from 0 to 1.
    public var temperature: JSONNumber?
    /// The share of probable tokens that the model chooses from.
    public var topP: JSONNumber?
    /// Texts at which the model stops.
    public var stopSequences: [String]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        maxTokens: Int? = nil,
        temperature: JSONNumber? = nil,
        topP: JSONNumber? = nil,
        stopSequences: [String]? = nil
    ) {
        self.maxTokens = maxTokens
        self.temperature = temperature
        self.topP = topP
        self.stopSequences = stopSequences
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("maxTokens", &maxTokens)
        try visitor.optional("temperature", &temperature)
        try visitor.optional("topP", &topP)
        try visitor.optional("stopSequences", &stopSequences)
    }
}
