/// The beginning of an image.
public struct ImageBlockStart: ConverseShape, Sendable, Hashable {
    /// The format of the image.
    public var format: ImageFormat
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: ImageFormat) {
        self.format = format
    }

    package static var vacant: Self { Self(format: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("format", &format)
    }
}
