/// The escapes that RFC 8259 section 7 requires, and no others.
enum StringEscapes {
    /// How many bytes longer the text becomes when it is escaped.
    static func addedBytes(in text: borrowing Span<UInt8>) -> Int {
        var added = 0
        for place in text.indices {
            let byte = text[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                added &+= 1
            } else if byte < 0x20 {
                added &+= shortLetter(byte) == nil ? 5 : 1
            }
        }
        return added
    }

    /// Appends the text with its escapes.
    static func write(_ text: borrowing Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        for place in text.indices {
            let byte = text[place]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                output.append(byte)
                continue
            }
            output.append(UInt8(ascii: "\\"))
            if let letter = shortLetter(byte) {
                output.append(letter)
            } else {
                output.append(UInt8(ascii: "u"))
                output.append(UInt8(ascii: "0"))
                output.append(UInt8(ascii: "0"))
                output.append(UInt8(ascii: "0") + byte >> 4)
                let low = byte & 0x0F
                output.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") - 10 + low)
            }
        }
    }

    /// The letter after the backslash for what has a short escape.
    private static func shortLetter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
        case 0x0A: UInt8(ascii: "n")
        case 0x0D: UInt8(ascii: "r")
        case 0x09: UInt8(ascii: "t")
        case 0x08: UInt8(ascii: "b")
        case 0x0C: UInt8(ascii: "f")
        default: nil
        }
    }
}
