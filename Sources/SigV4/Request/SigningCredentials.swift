import WireText

/// The key pair that signs, with the session token if the pair is temporary.
public struct SigningCredentials: Sendable, Equatable {
    /// The access key id (`AKIA…` for a long-lived pair, `ASIA…` for a temporary one).
    ///
    /// It is not a secret, unless the two were swapped by mistake.
    public let accessKeyID: String
    /// The secret access key.
    public let secretAccessKey: Secret
    /// The session token of a temporary pair.
    public let sessionToken: Secret?
    /// Whether the access key id can stand in a credential.
    let hasUsableKeyID: Bool

    /// Makes credentials from text, taken as they are: nothing is trimmed.
    ///
    /// An empty session token counts as none, as it does in the AWS SDKs.
    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.init(
            accessKeyID: accessKeyID,
            secretAccessKey: Secret(secretAccessKey),
            sessionToken: sessionToken.map { Secret($0) })
    }

    /// Makes credentials from secrets that are held already.
    public init(accessKeyID: String, secretAccessKey: Secret, sessionToken: Secret?) {
        self.accessKeyID = accessKeyID
        hasUsableKeyID = Self.isScopePart(accessKeyID)
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension SigningCredentials {
    /// Whether a value is 16 to 128 capital letters and digits, as every access key id is and a secret is not.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html>
    package static func isKeyID(_ value: String) -> Bool {
        (16...128).contains(value.utf8.count)
            && value.utf8.allSatisfy { $0.isUppercaseLetter || $0.isDigit }
    }

    /// Whether a text is one word without slashes, commas or white space, as each part of a credential scope is.
    @inline(__always)
    static func isScopePart(_ text: String) -> Bool {
        let utf8 = text.utf8
        let bytes = utf8.span
        return !bytes.isEmpty && bytes.isMade { $0.bytesOfScope }
    }
}

extension SigningCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The access key id, and whether there is a session token.
    ///
    /// What has not the form of a key id may be the secret: of that no more than the last four characters.
    public var description: String {
        let keyID = Self.isKeyID(accessKeyID) ? accessKeyID : MaskedKeyID(accessKeyID).description
        return "\(keyID) (\(sessionToken == nil ? "no session token" : "with session token"))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["credentials": description], displayStyle: .struct)
    }
}
