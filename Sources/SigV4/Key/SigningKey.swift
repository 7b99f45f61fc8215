import WireText

/// A signing key: derived from a secret access key for one date, region and service.
///
/// It can sign anything in its scope, so it is as secret as the secret access key for a day, and never printed.
public struct SigningKey: Sendable {
    /// What is shared by the copies of a key.
    private final class Storage: Sendable {
        let key: HMACKey
        /// The scope's text, which goes into every string to sign.
        let scopeText: [UInt8]

        init(_ key: HMACKey, _ scope: CredentialScope) {
            self.key = key
            scopeText = scope.bytes
        }
    }

    private let storage: Storage

    /// Derives the key of a scope, by four chained HMACs.
    public init(secretAccessKey: Secret, scope: CredentialScope) {
        var seed = Array("AWS4".utf8)
        seed.reserveCapacity(4 + secretAccessKey.exposedBytes.count)
        seed += secretAccessKey.exposedBytes
        // Cleared when it goes out of scope.
        let seedBytes = SecretBytes(seed)
        seed = []
        var digest = HMACKey(seedBytes.bytes.span).authenticate(Array(scope.date.utf8).span)
        for part in [scope.region, scope.service, CredentialScope.terminator] {
            digest = HMACKey(digest).authenticate(Array(part.utf8).span)
        }
        storage = Storage(HMACKey(digest), scope)
    }

    /// Signs a string to sign.
    public func sign(_ stringToSign: StringToSign) -> Signature {
        Signature(storage.key.authenticate(stringToSign.bytes.span))
    }

    /// The text of the scope that the key is for.
    var scopeText: [UInt8] { storage.scopeText }

    /// What signs texts that begin alike.
    func beginning(_ text: Span<UInt8>) -> HMACBeginning { HMACBeginning(storage.key, text) }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `<redacted>`.
    public var description: String { SensitiveNames.mask }

    /// Always `<redacted>`.
    public var debugDescription: String { SensitiveNames.mask }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
