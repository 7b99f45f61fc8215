/// Every intermediate of one signature, in the order in which they are made.
///
/// When a signature is wrong, the first stage that differs from what the service expects tells where to look.
public struct SigningStages: Sendable, Hashable {
    /// The canonical request.
    public let canonicalRequest: CanonicalRequest
    /// The SHA-256 of the canonical request, which is part of the string to sign.
    public let canonicalRequestHash: SHA256Digest
    /// The moment of signing.
    public let time: SigningTime
    /// The credential scope, which is part of the string to sign.
    public let credentialScope: CredentialScope
    /// The signature.
    public let signature: Signature
    /// The bytes of ``authorization``.
    var authorizationBytes: [UInt8]?

    /// Signs a canonical request.
    init(
        _ canonicalRequest: CanonicalRequest, time: SigningTime, date: AmzDate, scope: CredentialScope,
        key: SigningKey
    ) {
        let hash = canonicalRequest.hash
        self.canonicalRequest = canonicalRequest
        canonicalRequestHash = hash
        self.time = time
        credentialScope = scope
        // The string itself is made again when somebody asks for it.
        signature = ByteWriter.withTemporary(capacity: 256) { writer in
            writer.appendStringToSign(time: date, scope: scope, canonicalRequestHash: hash)
            return writer.withBytes { key.sign($0) }
        }
    }

    /// The string to sign.
    public var stringToSign: StringToSign {
        StringToSign(time: time, scope: credentialScope, canonicalRequestHash: canonicalRequestHash)
    }

    /// The value of the `Authorization` header; nil for a presigned query.
    public var authorization: String? { authorizationBytes.map { String(decoding: $0, as: UTF8.self) } }

    /// The names of the signed headers, in lower case and sorted.
    public var signedHeaders: [String] {
        (canonicalRequest.sections?.signedHeaders ?? "").split(separator: ";").map(String.init)
    }
}

extension SigningStages: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The stages with credentials masked and the signature shortened.
    public var description: String {
        """
        canonical request:
        \(canonicalRequest)
        string to sign:
        \(stringToSign)
        signature: \(signature)
        """
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror of the redacted stages.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "canonicalRequest": canonicalRequest, "stringToSign": stringToSign, "signature": signature,
            ],
            displayStyle: .struct)
    }
}
