/// How many tokens a request took.
public struct TokenUsage: ConverseShape, Sendable, Hashable {
    /// Tokens of the prompt that were neither read from nor written to the cache.
    public var inputTokens: Int
    /// Tokens of the answer.
    public var outputTokens: Int
    /// All tokens.
    public var totalTokens: Int
    /// Tokens read from the prompt cache.
    public var cacheReadInputTokens: Int?
    /// Tokens written to the prompt cache.
    public var cacheWriteInputTokens: Int?
    /// Tokens written to the prompt cache, by time to live.
    public var cacheDetails: [CacheDetail]?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        inputTokens: Int,
        outputTokens: Int,
        totalTokens: Int,
        cacheReadInputTokens: Int? = nil,
        cacheWriteInputTokens: Int? = nil,
        cacheDetails: [CacheDetail]? = nil
    ) {
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.cacheReadInputTokens = cacheReadInputTokens
        self.cacheWriteInputTokens = cacheWriteInputTokens
        self.cacheDetails = cacheDetails
    }

    package static var vacant: Self { Self(inputTokens: .vacant, outputTokens: .vacant, totalTokens: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("inputTokens", &inputTokens)
        try visitor.required("outputTokens", &outputTokens)
        try visitor.required("totalTokens", &totalTokens)
        try visitor.optional("cacheReadInputTokens", &cacheReadInputTokens)
        try visitor.optional("cacheWriteInputTokens", &cacheWriteInputTokens)
        try visitor.optional("cacheDetails", &cacheDetails)
    }
}
