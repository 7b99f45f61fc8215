/// How the answer shall be shaped.
public struct OutputConfig: ConverseShape, Sendable, Hashable {
    /// The format of the text.
    public var textFormat: OutputFormat?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(textFormat: OutputFormat? = nil) {
        self.textFormat = textFormat
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("textFormat", &textFormat)
    }
}
