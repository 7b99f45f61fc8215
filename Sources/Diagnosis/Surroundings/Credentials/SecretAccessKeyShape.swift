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

    private static func isUsual(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
    }
}
