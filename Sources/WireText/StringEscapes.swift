/// The escapes of JSON strings (RFC 8259, section 7), which string literals of most languages share.
package enum StringEscapes {
    /// How many bytes longer a text becomes when it gets the escapes that JSON requires, and no others.
    package static func addedBytes(in text: Span<UInt8>) -> Int {
        var added = 0
        // Of a long text, what comes before the first escape is passed over eight bytes at a time.
        var place = text.count < 32 ? 0 : text.endOfPlainText(from: 0)
        while place < text.count {
            let byte = text[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                added &+= 1
            } else if byte < 0x20 {
                added &+= letter(for: byte) == nil ? 5 : 1
            }
            place &+= 1
        }
        return added
    }

    /// Appends the text with the escapes that JSON requires.
    package static func write(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        for place in text.indices {
            let byte = text[place]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                output.append(byte)
                continue
            }
            output.append(UInt8(ascii: "\\"))
            if let letter = letter(for: byte) {
                output.append(letter)
            } else {
                output.append(UInt8(ascii: "u"))
                output.append(UInt8(ascii: "0"))
                output.append(UInt8(ascii: "0"))
                output.append(Hexadecimal.digit(byte >> 4))
                output.append(Hexadecimal.digit(byte & 15))
            }
        }
    }

    /// The text without its escapes, as it stands in a raw body or a log; what is not an escape stays as it is.
    package static func unescape(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
                result.append(text[index])
                index += 1
                continue
            }
            if let (bytes, length) = scalar(in: text, at: index) {
                result += bytes
                index += length
            } else if let byte = byte(for: text[index + 1]) {
                result.append(byte)
                index += 2
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    /// The letter behind the backslash for a byte that has a short escape.
    package static func letter(for byte: UInt8) -> UInt8? {
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

    /// The byte that a letter behind a backslash stands for.
    @inlinable
    package static func byte(for letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }

    /// A `\uXXXX` escape, or two of them for a character beyond the basic plane: its UTF-8 and its length.
    package static func scalar(in text: Span<UInt8>, at index: Int) -> (bytes: [UInt8], length: Int)? {
        guard let unit = codeUnit(in: text, at: index) else { return nil }
        if UTF16.isLeadSurrogate(unit), let trail = codeUnit(in: text, at: index + 6), UTF16.isTrailSurrogate(trail) {
            return (Array(String(decoding: [unit, trail], as: UTF16.self).utf8), 12)
        }
        return (Array(String(decoding: [unit], as: UTF16.self).utf8), 6)
    }

    private static func codeUnit(in text: Span<UInt8>, at index: Int) -> UInt16? {
        guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u"),
            let high = Hexadecimal.byte(in: text, at: index + 2), let low = Hexadecimal.byte(in: text, at: index + 4)
        else { return nil }
        return UInt16(high) << 8 | UInt16(low)
    }
}
