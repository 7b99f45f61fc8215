// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// An image.
///
/// Source: Amazon Bedrock API Reference, `ImageBlock`.
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

/// The file format of an image.
///
/// Source: Amazon Bedrock API Reference, `ImageFormat`.
///
/// Values that are not listed are kept as they came.
public struct ImageFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `png`.
    public static let png = Self(rawValue: "png")
    /// `jpeg`.
    public static let jpeg = Self(rawValue: "jpeg")
    /// `gif`.
    public static let gif = Self(rawValue: "gif")
    /// `webp`.
    public static let webp = Self(rawValue: "webp")

    package static let knownValues: [Self] = [
        .png, .jpeg, .gif, .webp,
    ]
}

/// Where an image comes from.
///
/// Source: Amazon Bedrock API Reference, `ImageSource`.
public enum ImageSource: ConverseUnion, Sendable, Hashable {
    /// The bytes themselves.
    ///
    /// At least 1 byte.
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
