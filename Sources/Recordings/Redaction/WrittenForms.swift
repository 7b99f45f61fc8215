import WireText

/// The forms in which programs write bytes, as far as a reader that folds escapes, blanks and case does not see through them.
///
/// Where a form takes its bytes in groups, there is one for each place that the secret can have in a group: nobody knows how
/// much stands before it.
enum WrittenForms {
    static func all(of secret: [UInt8]) -> [[UInt8]] {
        // What Windows calls Unicode; with the other order of bytes it is the same but for its first byte.
        let wide: [UInt8] = secret.flatMap { [$0, 0] as [UInt8] }
        let hexadecimal = [secret, wide].map { Hexadecimal.encode($0) }
        let once = base64(of: secret)
        // Secrets of Kubernetes hold base64, and so do the variables that go into them.
        let encoded = once + base64(of: wide) + once.flatMap { base64(of: $0) } + base32(of: secret)
        return [secret] + hexadecimal + encoded + lists(of: secret)
    }

    /// Byte by byte, as dumps and printed arrays have them; those that blanks separate are the same as without any.
    private static func lists(of secret: [UInt8]) -> [[UInt8]] {
        let digits = secret.map { Hexadecimal.encode([$0]) }
        let prefixed = digits.map { Array("0x".utf8) + $0 }
        let decimal = secret.map { Array(String($0).utf8) }
        return [
            Array(digits.joined(separator: [UInt8(ascii: ":")])), Array(digits.joined(separator: [UInt8(ascii: "-")])),
            Array(prefixed.joined(separator: [UInt8(ascii: ",")])), Array(prefixed.joined()),
            Array(decimal.joined(separator: [UInt8(ascii: ",")])), Array(decimal.joined()),
        ]
    }

    /// The characters of base64 that the secret alone determines, for each of its places in a group of three.
    private static func base64(of secret: [UInt8]) -> [[UInt8]] {
        (0..<3).map { count in
            let text = Base64.encode([UInt8](repeating: 0, count: count) + secret)
            return Array(text[((count * 8 + 5) / 6)..<((count + secret.count) * 8 / 6)])
        }
    }

    /// The same for base32 (RFC 4648, section 6) and its groups of five.
    private static func base32(of secret: [UInt8]) -> [[UInt8]] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        return (0..<5).map { count in
            var text: [UInt8] = []
            var (bits, held) = (0, 0)
            for byte in [UInt8](repeating: 0, count: count) + secret {
                (bits, held) = ((bits << 8 | Int(byte)) & 0xFFFF, held + 8)
                while held >= 5 {
                    held -= 5
                    text.append(alphabet[bits >> held & 31])
                }
            }
            return Array(text[((count * 8 + 4) / 5)...])
        }
    }
}
