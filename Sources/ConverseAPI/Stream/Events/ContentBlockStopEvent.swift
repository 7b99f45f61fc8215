/// The end of a content block.
public struct ContentBlockStopEvent: ConverseShape, Sendable, Hashable {
    /// Which block of the message it belongs to, from 0.
    public var contentBlockIndex: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(contentBlockIndex: Int) {
        self.contentBlockIndex = contentBlockIndex
    }

    package static var vacant: Self { Self(contentBlockIndex: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("contentBlockIndex", &contentBlockIndex)
    }
}
