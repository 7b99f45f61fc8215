import WireText

/// What the form of a secret access key says.
///
/// AWS issues 40 characters of base64.
enum SecretAccessKeyShape {
    static let usualLength = 40

    /// Whether every character is one of `A-Z a-z 0-9 / +`.
    static func hasUsualAlphabet(_ secret: String) -> Bool {
        secret.utf8.allSatisfy(isUsual)
    }

    static func hasUsualShape(_ secret: String) -> Bool {
        secret.utf8.count == usualLength && hasUsualAlphabet(secret)
    }

    /// Whether the value is a secret key in URL encoding: it has `%2F`, `%2B` or `%3D`, and decoded it is shorter by
    /// just those escapes and of the usual alphabet.
    static func isPercentEncoded(_ secret: String) -> Bool {
        let bytes = Array(secret.utf8)
        guard bytes.contains(UInt8(ascii: "%")), bytes.count <= 256 else { return false }
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let escape = String(decoding: rest.prefix(2), as: UTF8.self).uppercased()
                guard ["2F", "2B", "3D"].contains(escape) else { return false }
                rest = rest.dropFirst(2)
            } else if !isUsual(byte) && byte != UInt8(ascii: "=") {
                return false
            }
        }
        return true
    }

    private static func isUsual(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
    }
}
