import WireText

/// Every intermediate of one signature, in the order in which they are made.
///
/// When a signature is wrong, the first stage that differs from what the service expects tells where to look. The texts
/// are made when they are asked for.
public struct SigningStages: Sendable {
    /// What the canonical request is made of.
    var plan: CanonicalPlan
    /// The SHA-256 of the canonical request, which is part of the string to sign.
    public let canonicalRequestHash: SHA256Digest
    /// The moment of signing.
    public let time: SigningTime
    /// The credential scope, which is part of the string to sign.
    public let credentialScope: CredentialScope
    /// The signature.
    public let signature: Signature

    /// The canonical request.
    public var canonicalRequest: CanonicalRequest { CanonicalRequest(plan) }

    /// The string to sign.
    public var stringToSign: StringToSign {
        StringToSign(time: time, scope: credentialScope, canonicalRequestHash: canonicalRequestHash)
    }

    /// The value of the `Authorization` header as signing made it; nil for a presigned query, and for stages that a
    /// verifier made.
    public var authorization: String? { plan.fields.added.last { $0.isNamed("authorization") }?.text }

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
