/// A piece of a tool's input.
public struct ToolUseBlockDelta: ConverseShape, Sendable, Hashable {
    /// A piece of JSON text; the pieces of a block together are one document.
    public var input: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(input: String) {
        self.input = input
    }

    package static var vacant: Self { Self(input: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("input", &input)
    }
}
