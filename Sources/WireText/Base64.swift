/// Base64 by RFC 4648, section 4: with padding and nothing lenient, unless a reader asks for more.
package enum Base64 {
    /// What a reader takes besides the standard form.
    package struct Leniency: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// White space between the letters, as YAML's `!!binary` has it.
        package static let whitespace = Leniency(rawValue: 1)
        /// The last group without its padding, or with too much of it.
        package static let padding = Leniency(rawValue: 2)
        /// `-` and `_` for `+` and `/` (RFC 4648, section 5).
        package static let urlAlphabet = Leniency(rawValue: 4)
        /// Bits of the last letter that belong to no byte and are not zero.
        package static let unusedBits = Leniency(rawValue: 8)
        /// Line ends between the letters, and no other white space: a blank shows that the text is something else.
        package static let lineEnds = Leniency(rawValue: 16)
    }

    /// The bytes of a text.
    package static func decode(
        _ text: Span<UInt8>, allowing leniency: Leniency = []
    ) throws(Base64Error) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        let values = values
        var group: UInt32 = 0
        var letters = 0
        var padding = 0
        var firstPadding = 0
        for place in text.indices {
            let byte = text[place]
            if byte == UInt8(ascii: "=") {
                if padding == 0 { firstPadding = place }
                padding += 1
                if !leniency.contains(.padding), letters < 2 || padding > 4 - letters {
                    throw Base64Error(.padding, at: place)
                }
                continue
            }
            var value = values[Int(byte)]
            if value == invalid {
                if leniency.contains(.whitespace), byte.isWhitespace { continue }
                if leniency.contains(.lineEnds), byte == 0x0A || byte == 0x0D { continue }
                guard leniency.contains(.urlAlphabet), let other = urlValue(byte) else {
                    throw Base64Error(.foreignByte, at: place)
                }
                value = other
            }
            guard padding == 0 else { throw Base64Error(.padding, at: firstPadding) }
            group = group << 6 | UInt32(value)
            letters += 1
            if letters == 4 {
                bytes.append(UInt8(truncatingIfNeeded: group >> 16))
                bytes.append(UInt8(truncatingIfNeeded: group >> 8))
                bytes.append(UInt8(truncatingIfNeeded: group))
                group = 0
                letters = 0
            }
        }
        // Two letters hold one byte, three hold two; padding fills the group of four.
        guard letters != 1 else { throw Base64Error(.length, at: text.count) }
        if !leniency.contains(.padding), padding != (4 - letters) % 4 { throw Base64Error(.padding, at: text.count) }
        let unused: UInt32 = letters == 2 ? 0x0F : letters == 3 ? 0x03 : 0
        if !leniency.contains(.unusedBits), group & unused != 0 { throw Base64Error(.unusedBits, at: text.count) }
        if letters == 2 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 4))
        } else if letters == 3 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
        }
        return bytes
    }

    /// The letters of the bytes, in one line.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        let alphabet = alphabet
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group: UInt32 = 0
            for place in 0..<3 { group = group << 8 | (place < count ? UInt32(bytes[start + place]) : 0) }
            for place in 0..<4 {
                let letter = Int(group >> UInt32(18 - 6 * place) & 0x3F)
                text.append(place <= count ? alphabet[letter] : UInt8(ascii: "="))
            }
        }
        return text
    }

    /// The bytes as a string.
    package static func text(_ bytes: [UInt8]) -> String { String(decoding: encode(bytes), as: UTF8.self) }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let invalid: UInt8 = 0xFF

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: invalid, count: 256)
        for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()

    private static func urlValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

/// Why a text is not base64.
package struct Base64Error: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Sendable, Hashable {
        /// A byte outside the alphabet.
        case foreignByte
        /// A `=` that is missing, too many, or followed by letters.
        case padding
        /// One letter is left over, which holds no byte.
        case length
        /// The last letter has bits that belong to no byte.
        case unusedBits
    }

    package let reason: Reason
    /// The place of the first byte that does not fit; the length of the text if something is missing at its end.
    package let offset: Int

    init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// What is wrong, without the text, which may be a secret.
    package var description: String {
        switch reason {
        case .foreignByte: "a byte outside the alphabet"
        case .padding: "padding that does not fill the last group of four"
        case .length: "the length is not a multiple of 4"
        case .unusedBits: "bits after the last byte"
        }
    }
}
