/// The format that the text of the answer shall have.
public struct OutputFormat: ConverseShape, Sendable, Hashable {
    /// The kind of the format.
    public var type: OutputFormatType
    /// The structure of the text.
    public var structure: OutputFormatStructure
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(type: OutputFormatType, structure: OutputFormatStructure) {
        self.type = type
        self.structure = structure
    }

    package static var vacant: Self { Self(type: .vacant, structure: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("type", &type)
        try visitor.required("structure", &structure)
    }
}
