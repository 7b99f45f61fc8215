/// Base64 by RFC 4648 section 4: with padding, nothing lenient.
package enum Base64 {
    /// The bytes of a text, or nil if it is no base64.
    package static func decode(_ text: String) -> [UInt8]? {
        decode(text.utf8.span, whitespace: .refused)
    }

    /// What to do about white space between the letters.
    package enum Whitespace: Sendable {
        /// It makes the text invalid.
        case refused
        /// It is skipped, as YAML's `!!binary` has it.
        case skipped
    }

    /// The bytes of a text, or nil if it is no base64.
    package static func decode(_ text: borrowing Span<UInt8>, whitespace: Whitespace) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var letters = 0
        var padding = 0
        for place in text.indices {
            let byte = text[place]
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            let value = values[Int(byte)]
            if value == invalid {
                guard whitespace == .skipped, isSpace(byte) else { return nil }
                continue
            }
            guard padding == 0 else { return nil }
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
        // The last group: two letters and two signs of padding hold one byte, three and one hold two; unused bits are zero.
        switch (letters, padding) {
        case (0, 0): break
        case (2, 2) where group & 0x0F == 0: bytes.append(UInt8(truncatingIfNeeded: group >> 4))
        case (3, 1) where group & 0x03 == 0:
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
        default: return nil
        }
        return bytes
    }

    /// The text of the bytes, in one line.
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group: UInt32 = 0
            for place in 0..<3 { group = group << 8 | (place < count ? UInt32(bytes[start + place]) : 0) }
            for place in 0..<4 {
                let letter = Int(group >> UInt32(18 - 6 * place) & 0x3F)
                text.append(place <= count ? alphabet[letter] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let invalid: UInt8 = 0xFF

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: invalid, count: 256)
        for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
