/// The findings of a word policy.
public struct GuardrailWordPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// Words of the guardrail's own list.
    public var customWords: [GuardrailCustomWord]
    /// Words of managed lists.
    public var managedWordLists: [GuardrailManagedWord]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(customWords: [GuardrailCustomWord], managedWordLists: [GuardrailManagedWord]) {
        self.customWords = customWords
        self.managedWordLists = managedWordLists
    }

    package static var vacant: Self { Self(customWords: .vacant, managedWordLists: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("customWords", &customWords)
        try visitor.required("managedWordLists", &managedWordLists)
    }
}
