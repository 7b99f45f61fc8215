public import JSONText

/// Where a piece of audio comes from.
public enum AudioSource: ConverseUnion, Sendable, Hashable {
    /// The bytes themselves.
    case bytes(Blob)
    /// An object in Amazon S3.
    case s3Location(S3Location)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("bytes", Self.bytes) { if case .bytes(let value) = $0 { value } else { nil } }
        try visitor.member("s3Location", Self.s3Location) { if case .s3Location(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}
