/// The only form in which a secret may be shown.
package enum MaskedSecret {
    /// `****` and the last four characters, or `****` alone when the value is too short or too odd to give four away.
    ///
    /// Four characters of a value shorter than twelve would be a third of it. Only plain ASCII letters and digits
    /// and `+/=` are ever given away, so an unclean value shows nothing of itself.
    package static func masked(_ secret: String) -> String {
        guard secret.utf8.count >= 12 else { return "****" }
        let tail = secret.utf8.suffix(4)
        guard tail.allSatisfy(isTokenByte) else { return "****" }
        return "****" + String(decoding: tail, as: UTF8.self)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default:
            false
        }
    }
}
