public import JSONText

/// The end of a message.
public struct MessageStopEvent: ConverseShape, Sendable, Hashable {
    /// Why the model stopped.
    public var stopReason: StopReason
    /// The model's own response fields that were asked for.
    public var additionalModelResponseFields: JSONValue?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(stopReason: StopReason, additionalModelResponseFields: JSONValue? = nil) {
        self.stopReason = stopReason
        self.additionalModelResponseFields = additionalModelResponseFields
    }

    package static var vacant: Self { Self(stopReason: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("stopReason", &stopReason)
        try visitor.optional("additionalModelResponseFields", &additionalModelResponseFields)
    }
}
