import WireText

/// Removes secrets from a message that echoes a signed request.
///
/// A service that refuses a signature prints the canonical request it expected, with the line
/// `x-amz-security-token:TOKEN`, in its message.
package enum EchoRedaction {
    private static let tokenName = Array("x-amz-security-token:".utf8)

    /// The message without the value of any echoed session token.
    package static func maskingTokens(_ message: String) -> String {
        String(decoding: maskingTokenLines(Array(message.utf8)), as: UTF8.self)
    }

    private static func maskingTokenLines(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let name = rest.firstRange(of: tokenName) {
            result += rest[..<name.upperBound]
            let value = rest[name.upperBound...].prefix { byte in
                // A token is base64 with a few more signs; a line end, real or escaped, or a quote ends it.
                byte > 0x20 && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
            }
            if !value.isEmpty { result += Array(SensitiveNames.mask.utf8) }
            rest = rest[value.endIndex...]
        }
        return result + rest
    }
}
