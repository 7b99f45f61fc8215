import WireText

/// A Bedrock API key: what stands behind `Bearer` in `Authorization`, and in the variable `AWS_BEARER_TOKEN_BEDROCK`.
///
/// A long-term key belongs to an IAM user and is looked up by the service; a short-term key is a presigned request that
/// says by itself whose it is, where it may be used and until when
/// (<https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html>).
public struct BedrockAPIKey: Sendable, Equatable {
    /// The variable from which the AWS SDKs take the key.
    public static let variable = "AWS_BEARER_TOKEN_BEDROCK"

    /// The key itself, as it is sent.
    public let secret: Secret
    /// What its text says about it.
    public let form: Form

    /// What the text of a key says.
    public enum Form: Sendable, Equatable {
        /// `ABSK` and base64.
        case longTerm(LongTermAPIKey)
        /// `bedrock-api-key-` and a presigned request in base64.
        case shortTerm(ShortTermAPIKey)
        /// The beginning of a key, and behind it something that cannot be one.
        case damaged(Flaw)
        /// No key of Bedrock's: the service knows keys by their beginning.
        case foreign
    }

    /// Why what follows the beginning of a key cannot be one.
    public enum Flaw: Error, Sendable, Equatable {
        /// Nothing follows it.
        case empty
        /// It is not base64, such as a key that was cut or has a blank in it.
        case notBase64
        /// It is base64 of something else than a key has.
        case otherContent
        /// A presigned request without these parameters, such as `X-Amz-Signature`.
        case lacking([String])
        /// A presigned request to another host, or for something else than a key is for; what it is for in its place.
        case otherRequest(String)
        /// A presigned request whose parameters cannot be read.
        case unreadable
    }

    /// Reads a key; any text is one, of the form ``Form/foreign`` if nothing else.
    public init(_ text: String) {
        secret = Secret(text)
        let bytes = Array(text.utf8)
        do throws(Flaw) {
            if let rest = Self.rest(of: bytes, after: LongTermAPIKey.prefix) {
                form = .longTerm(try LongTermAPIKey(content: rest))
            } else if let rest = Self.rest(of: bytes, after: ShortTermAPIKey.prefix) {
                form = .shortTerm(try ShortTermAPIKey(content: rest))
            } else {
                form = .foreign
            }
        } catch {
            form = .damaged(error)
        }
    }

    private static func rest(of bytes: [UInt8], after prefix: String) -> [UInt8]? {
        bytes.starts(with: prefix.utf8) ? Array(bytes.dropFirst(prefix.utf8.count)) : nil
    }

    /// The bytes that base64 stands for.
    ///
    /// Padding and the bits behind the last byte are not insisted on: whether a key is good is the service's to say.
    static func decoded(_ content: [UInt8]) throws(Flaw) -> [UInt8] {
        guard !content.isEmpty else { throw .empty }
        do {
            return try Base64.decode(content.span, allowing: [.padding, .unusedBits, .urlAlphabet])
        } catch {
            throw .notBase64
        }
    }

    /// Whether the text begins as a key of Bedrock's does.
    public var hasKnownBeginning: Bool { form != .foreign }

    /// Whether it can be sent at all: a header takes no control characters, and a blank ends the key.
    public var fitsHeader: Bool {
        !secret.isEmpty && secret.exposedBytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// The pieces of the key that are secrets by themselves and stand in it in another form.
    package var innerSecrets: [String] {
        switch form {
        case .longTerm(let key): key.innerSecrets
        case .shortTerm(let key): key.innerSecrets
        case .damaged, .foreign: []
        }
    }
}

extension BedrockAPIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `<redacted>`.
    public var description: String { secret.description }

    /// Always `<redacted>`.
    public var debugDescription: String { secret.description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension BedrockAPIKey.Flaw {
    /// What is wrong, in words that show nothing of the key.
    package var words: String {
        switch self {
        case .empty: "nothing follows its beginning"
        case .notBase64: "what follows its beginning is not base64, as if it were cut or had a blank in it"
        case .otherContent: "what it holds in base64 is not what a key holds"
        case .lacking(let names): "the request that it holds has no \(names.joined(separator: " and no "))"
        case .otherRequest(let place):
            "the request that it holds is not \(ShortTermAPIKey.purpose), but for \(place)"
        case .unreadable: "the request that it holds has parameters that cannot be read"
        }
    }
}
