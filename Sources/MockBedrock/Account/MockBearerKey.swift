public import SigV4

/// A Bedrock API key that the mock server accepts as a bearer token.
///
/// A short-term key that one of the server's key pairs has signed needs no entry: it is verified like any signature.
public struct MockBearerKey: Sendable, Equatable {
    /// The key.
    public let key: BedrockAPIKey
    /// The regions in which it is accepted; nil for every region of the endpoint.
    public let regions: Set<String>?
    /// The moment from which it is refused as expired, whatever it says itself.
    public let expiration: SigningTime?

    /// Takes a key as its owner has it.
    public init(_ key: BedrockAPIKey, regions: Set<String>? = nil, expiration: SigningTime? = nil) {
        self.key = key
        self.regions = regions
        self.expiration = expiration
    }
}

extension MockBearerKey: Hashable {
    /// Hashes what is no secret.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(regions)
        hasher.combine(expiration)
    }
}

extension MockBearerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where it is accepted; never the key.
    public var description: String {
        "MockBearerKey(\(regions.map { $0.sorted().joined(separator: ", ") } ?? "every region"))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
