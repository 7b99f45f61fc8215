import ConverseAPI
import WireText

extension EchoRedaction {
    /// The message without these secrets, and without the value of any echoed session token.
    static func redacted(_ message: String, secrets: [[UInt8]]) -> String {
        var bytes = Array(message.utf8)
        for secret in secrets { bytes = replacing(secret, in: bytes) }
        return maskingTokens(String(decoding: bytes, as: UTF8.self))
    }

    private static func replacing(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        // Fewer bytes than that are not a secret worth hiding, and would be found everywhere.
        guard secret.count >= 4 else { return bytes }
        var result: [UInt8] = []
        var rest = bytes[...]
        while let found = rest.firstRange(of: secret) {
            result += rest[..<found.lowerBound]
            result += Array(SensitiveNames.mask.utf8)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
