import WireText

/// A long-term Bedrock API key: `ABSK` and, in base64, the name of a credential, a colon and its secret.
///
/// IAM makes it as a service-specific credential of a user
/// (<https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html>). The name is usually
/// `BedrockAPIKey-…-at-ACCOUNT`; nothing in the key says when it ends, or for which region it is.
public struct LongTermAPIKey: Sendable, Equatable {
    /// What such a key begins with.
    public static let prefix = "ABSK"

    /// The name before the colon.
    public let name: String
    private let inner: Secret

    init(content: [UInt8]) throws(BedrockAPIKey.Flaw) {
        let bytes = try BedrockAPIKey.decoded(content)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count,
            bytes[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .otherContent }
        name = String(decoding: bytes[..<colon], as: UTF8.self)
        inner = Secret(bytes: Array(bytes[(colon + 1)...]))
    }

    /// The account that the name tells; nil where it tells none.
    public var accountID: String? {
        let digits = name.utf8.suffix(12)
        guard digits.count == 12, digits.allSatisfy({ $0.decimalDigit != nil }), name.utf8.dropLast(12).last == 0x2D
        else { return nil }
        return String(decoding: digits, as: UTF8.self)
    }

    var innerSecrets: [String] { [String(decoding: inner.exposedBytes, as: UTF8.self)] }
}

extension LongTermAPIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The account, and never the secret.
    public var description: String { "LongTermAPIKey(\(accountID ?? "no account"))" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
