/// The findings of a topic policy.
public struct GuardrailTopicPolicyAssessment: ConverseShape, Sendable, Hashable {
    /// The topics.
    public var topics: [GuardrailTopic]
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(topics: [GuardrailTopic]) {
        self.topics = topics
    }

    package static var vacant: Self { Self(topics: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("topics", &topics)
    }
}
