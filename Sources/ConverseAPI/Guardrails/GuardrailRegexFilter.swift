/// A regular expression that was matched.
public struct GuardrailRegexFilter: ConverseShape, Sendable, Hashable {
    /// The name of the expression.
    public var name: String?
    /// The text that was matched.
    public var match: String?
    /// The expression.
    public var regex: String?
    /// What was done.
    public var action: GuardrailSensitiveInformationPolicyAction
    /// Whether something was found, whatever was then done.
    public var detected: Bool?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        action: GuardrailSensitiveInformationPolicyAction,
        name: String? = nil,
        match: String? = nil,
        regex: String? = nil,
        detected: Bool? = nil
    ) {
        self.name = name
        self.match = match
        self.regex = regex
        self.action = action
        self.detected = detected
    }

    package static var vacant: Self { Self(action: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("name", &name)
        try visitor.optional("match", &match)
        try visitor.optional("regex", &regex)
        try visitor.required("action", &action)
        try visitor.optional("detected", &detected)
    }
}
