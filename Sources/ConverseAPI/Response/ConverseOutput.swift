public import JSONText

/// What the model answered.
public enum ConverseOutput: ConverseUnion, Sendable, Hashable {
    /// The message of the model.
    case message(Message)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("message", Self.message) { if case .message(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
