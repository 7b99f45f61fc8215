/// Percent-encoding of paths and queries (RFC 3986, section 2.1).
package enum PercentCoding {
    /// The text with every byte encoded but the unreserved ones and one more; escapes are in capitals, as SigV4 wants them.
    package static func encode(_ text: Span<UInt8>, keeping kept: UInt8? = nil) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.count + 8)
        for index in text.indices {
            let byte = text[index]
            if byte.isUnreserved || byte == kept {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(Hexadecimal.capital(byte >> 4))
                encoded.append(Hexadecimal.capital(byte & 15))
            }
        }
        return encoded
    }

    /// The text with each `%XX` resolved once; a `%` that begins no escape stands for itself.
    ///
    /// - Parameter plus: What `+` stands for: itself, or a space where a form was encoded.
    package static func decode(_ text: Span<UInt8>, plus: UInt8 = UInt8(ascii: "+")) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "%"), let value = Hexadecimal.byte(in: text, at: index + 1) {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? plus : byte)
                index += 1
            }
        }
        return decoded
    }

    /// The decoded text, with U+FFFD where it is not UTF-8.
    package static func decodedText(_ text: Span<UInt8>) -> String { String(decoding: decode(text), as: UTF8.self) }
}
