// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

public import JSONText

/// A piece of audio.
///
/// Source: Amazon Bedrock API Reference, `AudioBlock`.
public struct AudioBlock: ConverseShape, Sendable, Hashable {
    /// The file format.
    public var format: AudioFormat
    /// Where it comes from.
    public var source: AudioSource
    /// What went wrong with the audio, where the model made it.
    public var error: ErrorBlock?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(format: AudioFormat, source: AudioSource, error: ErrorBlock? = nil) {
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

/// The file format of a piece of audio.
///
/// Source: Amazon Bedrock API Reference, `AudioFormat`.
///
/// Values that are not listed are kept as they came.
public struct AudioFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `mp3`.
    public static let mp3 = Self(rawValue: "mp3")
    /// `opus`.
    public static let opus = Self(rawValue: "opus")
    /// `wav`.
    public static let wav = Self(rawValue: "wav")
    /// `aac`.
    public static let aac = Self(rawValue: "aac")
    /// `flac`.
    public static let flac = Self(rawValue: "flac")
    /// `mp4`.
    public static let mp4 = Self(rawValue: "mp4")
    /// `ogg`.
    public static let ogg = Self(rawValue: "ogg")
    /// `mkv`.
    public static let mkv = Self(rawValue: "mkv")
    /// `mka`.
    public static let mka = Self(rawValue: "mka")
    /// `x-aac`.
    public static let xAAC = Self(rawValue: "x-aac")
    /// `m4a`.
    public static let m4a = Self(rawValue: "m4a")
    /// `mpeg`.
    public static let mpeg = Self(rawValue: "mpeg")
    /// `mpga`.
    public static let mpga = Self(rawValue: "mpga")
    /// `pcm`.
    public static let pcm = Self(rawValue: "pcm")
    /// `webm`.
    public static let webm = Self(rawValue: "webm")

    package static let knownValues: [Self] = [
        .mp3, .opus, .wav, .aac, .flac, .mp4, .ogg, .mkv, .mka, .xAAC, .m4a, .mpeg, .mpga, .pcm, .webm,
    ]
}

/// Where a piece of audio comes from.
///
/// Source: Amazon Bedrock API Reference, `AudioSource`.
public enum AudioSource: ConverseUnion, Sendable, Hashable {
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

/// A video.
///
/// Source: Amazon Bedrock API Reference, `VideoBlock`.
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

/// The file format of a video.
///
/// Source: Amazon Bedrock API Reference, `VideoFormat`.
///
/// Values that are not listed are kept as they came.
public struct VideoFormat: OpenEnumeration, Sendable, Hashable {
    /// The value on the wire.
    public let rawValue: String

    /// Takes a value as it stands on the wire, known or not.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `mkv`.
    public static let mkv = Self(rawValue: "mkv")
    /// `mov`.
    public static let mov = Self(rawValue: "mov")
    /// `mp4`.
    public static let mp4 = Self(rawValue: "mp4")
    /// `webm`.
    public static let webm = Self(rawValue: "webm")
    /// `flv`.
    public static let flv = Self(rawValue: "flv")
    /// `mpeg`.
    public static let mpeg = Self(rawValue: "mpeg")
    /// `mpg`.
    public static let mpg = Self(rawValue: "mpg")
    /// `wmv`.
    public static let wmv = Self(rawValue: "wmv")
    /// `three_gp`.
    public static let threeGP = Self(rawValue: "three_gp")

    package static let knownValues: [Self] = [
        .mkv, .mov, .mp4, .webm, .flv, .mpeg, .mpg, .wmv, .threeGP,
    ]
}

/// Where a video comes from.
///
/// Source: Amazon Bedrock API Reference, `VideoSource`.
public enum VideoSource: ConverseUnion, Sendable, Hashable {
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
