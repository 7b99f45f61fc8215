/// The beginning of a content block that needs more than its first delta to say what it is.
public struct ContentBlockStartEvent: ConverseShape, Sendable, Hashable {
    /// What kind of block begins.
    public var start: ContentBlockStart
    /// Which block of the message it belongs to, from 0.
    public var contentBlockIndex: Int
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(start: ContentBlockStart, contentBlockIndex: Int) {
        self.start = start
        self.contentBlockIndex = contentBlockIndex
    }

    package static var vacant: Self { Self(start: .vacant, contentBlockIndex: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("start", &start)
        try visitor.required("contentBlockIndex", &contentBlockIndex)
    }
}
