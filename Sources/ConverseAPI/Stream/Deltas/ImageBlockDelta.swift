/// An image, or why there is none.
public struct ImageBlockDelta: ConverseShape, Sendable, Hashable {
    /// The image.
    public var source: ImageSource?
    /// Why there is none.
    public var error: ErrorBlock?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(source: ImageSource? = nil, error: ErrorBlock? = nil) {
        self.source = source
        self.error = error
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("source", &source)
        try visitor.optional("error", &error)
    }
}
