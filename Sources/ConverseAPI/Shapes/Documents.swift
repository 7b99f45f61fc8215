// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// A document for the model to read.
///
/// Source: Amazon Bedrock API Reference, `DocumentBlock`.
public struct DocumentBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: DocumentFormat?
    /// A neutral name: the model may read it as an instruction.
    ///
    /// 1 to 200 characters.
    public var name: String
    /// Where it comes from.
    public var source: DocumentSource
    /// What the model should know about the document.
    public var context: String?
    /// Whether the model should cite it.
    public var citations: CitationsConfig?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(
        name: String,
        source: DocumentSource,
        format: DocumentFormat? = nil,
        context: String? = nil,
        citations: CitationsConfig? = nil
    ) {
        self.format = format
        self.name = name
        self.source = source
        self.context = context
        self.citations = citations
    }

    package static var vacant: Self { Self(name: .vacant, source: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("format", &format)
        try visitor.required("name", &name)
        try visitor.required("source", &source)
        try visitor.optional("context", &context)
        try visitor.optional("citations", &citations)
    }
}

/// A part of a document that is given in pieces.
///
/// Source: Amazon Bedrock API Reference, `DocumentContentBlock`.
public enum DocumentContentBlock: ConverseUnion, Sendable, Hashable {
    /// The text.
    case text(String)
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// The file format of a document.
///
/// Source: Amazon Bedrock API Reference, `DocumentFormat`.
///
/// Values that are not listed are kept as they came.
public struct DocumentFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `pdf`.
    public static let pdf = Self(rawValue: "pdf")
    /// `csv`.
    public static let csv = Self(rawValue: "csv")
    /// `doc`.
    public static let doc = Self(rawValue: "doc")
    /// `docx`.
    public static let docx = Self(rawValue: "docx")
    /// `xls`.
    public static let xls = Self(rawValue: "xls")
    /// `xlsx`.
    public static let xlsx = Self(rawValue: "xlsx")
    /// `html`.
    public static let html = Self(rawValue: "html")
    /// `txt`.
    public static let txt = Self(rawValue: "txt")
    /// `md`.
    public static let md = Self(rawValue: "md")

    package static let knownValues: [Self] = [
        .pdf, .csv, .doc, .docx, .xls, .xlsx, .html, .txt, .md,
    ]
}

/// Where a document comes from.
///
/// Source: Amazon Bedrock API Reference, `DocumentSource`.
public enum DocumentSource: ConverseUnion, Sendable, Hashable {
    /// The bytes themselves.
    ///
    /// At least 1 byte.
    case bytes(Blob)
    /// An object in Amazon S3.
    case s3Location(S3Location)
    /// The text.
    case text(String)
    /// Pieces that the model may cite one by one.
    case content([DocumentContentBlock])
    /// A form that is not known here, kept as it came: another member, or not exactly one.
    case unrecognized(JSONObject)

    package static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self {
        try visitor.member("bytes", Self.bytes) { if case .bytes(let value) = $0 { value } else { nil } }
        try visitor.member("s3Location", Self.s3Location) { if case .s3Location(let value) = $0 { value } else { nil } }
        try visitor.member("text", Self.text) { if case .text(let value) = $0 { value } else { nil } }
        try visitor.member("content", Self.content) { if case .content(let value) = $0 { value } else { nil } }
    }

    package var unrecognizedForm: JSONObject? {
        if case .unrecognized(let form) = self { form } else { nil }
    }
}

/// A search result that the model may cite.
///
/// Source: Amazon Bedrock API Reference, `SearchResultBlock`.
public struct SearchResultBlock: ConverseShape, Sendable, Hashable {
    /// The address or name of the source.
    public var source: String
    /// The title.
    public var title: String
    /// The parts of the result.
    public var content: [SearchResultContentBlock]
    /// Whether the model should cite it.
    public var citations: CitationsConfig?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(source: String, title: String, content: [SearchResultContentBlock], citations: CitationsConfig? = nil) {
        self.source = source
        self.title = title
        self.content = content
        self.citations = citations
    }

    package static var vacant: Self { Self(source: .vacant, title: .vacant, content: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("source", &source)
        try visitor.required("title", &title)
        try visitor.required("content", &content)
        try visitor.optional("citations", &citations)
    }
}

/// A part of a search result.
///
/// Source: Amazon Bedrock API Reference, `SearchResultContentBlock`.
public struct SearchResultContentBlock: ConverseShape, Sendable, Hashable {
    /// The text.
    public var text: String
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(text: String) {
        self.text = text
    }

    package static var vacant: Self { Self(text: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("text", &text)
    }
}
