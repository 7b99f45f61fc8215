/// The only form in which a part of a secret may be shown.
///
/// Where nothing of it is shown, ``SensitiveNames/mask`` stands in its place.
package enum MaskedSecret {
    /// What stands for the characters that are not shown; no form of a report must escape it.
    package static let stars = "****"

    /// `****` and the last four characters, or `****` alone when the value is too short or too odd to give four away.
    ///
    /// Four characters of a value shorter than twelve would be a third of it. Only plain ASCII letters and digits
    /// and `+/=` are ever given away, so an unclean value shows nothing of itself.
    package static func masked(_ secret: String) -> String {
        guard secret.utf8.count >= 12 else { return stars }
        let tail = secret.utf8.suffix(4)
        guard tail.allSatisfy(isTokenByte) else { return stars }
        return stars + String(decoding: tail, as: UTF8.self)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "+/=".utf8.contains(byte)
    }
}
