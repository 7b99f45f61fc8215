import WireText

/// Parts of a target that a tool stores decoded.
enum QueryText {
    /// A name or a value of a query.
    static func encoded(_ text: String) -> String {
        String(decoding: PercentCoding.encode(text.utf8.span), as: UTF8.self)
    }

    /// A path: bytes that no target may hold are encoded, everything else stays as it stands.
    static func path(_ text: String) -> String {
        var path: [UInt8] = []
        for byte in text.utf8 {
            if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
                path += [UInt8(ascii: "%"), Hexadecimal.capital(byte >> 4), Hexadecimal.capital(byte & 15)]
            } else {
                path.append(byte)
            }
        }
        return String(decoding: path, as: UTF8.self)
    }
}
