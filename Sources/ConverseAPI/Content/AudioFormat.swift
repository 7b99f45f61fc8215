/// The file format of a piece of audio.
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
