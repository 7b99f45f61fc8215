/// An image.
public struct ImageBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: ImageFormat
    /// Where it comes from.
    public var source: ImageSource
    /// What went wrong with the image, where the model made it.
    public var error: ErrorBlock?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: ImageFormat, source: ImageSource, error: ErrorBlock? = nil) {
        self.format = format
        self.source = source
        self.error = error
    }

    package static var vacant: Self { Self(format: .vacant, source: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("format", &format)
        try visitor.required("source", &source)
        try visitor.optional("error", &error)
    }
}
