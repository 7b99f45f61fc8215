/// An image that a guardrail shall assess.
public struct GuardrailConverseImageBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: GuardrailConverseImageFormat
    /// Where it comes from.
    public var source: GuardrailConverseImageSource
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: GuardrailConverseImageFormat, source: GuardrailConverseImageSource) {
        self.format = format
        self.source = source
    }

    package static var vacant: Self { Self(format: .vacant, source: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("format", &format)
        try visitor.required("source", &source)
    }
}
