/// The file format of a video.
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
