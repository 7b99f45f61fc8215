/// A video.
public struct VideoBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: VideoFormat
    /// Where it comes from.
    public var source: VideoSource
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: VideoFormat, source: VideoSource) {
        self.format = format
        self.source = source
    }

    package static var vacant: Self { Self(format: .vacant, source: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("format", &format)
        try visitor.required("source", &source)
    }
}
