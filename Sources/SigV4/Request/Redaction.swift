import WireText

/// What default prints of a presigned target leave out.
package enum Redaction {
    /// A request target with the values of its secret parameters masked.
    package static func redacted(target: [UInt8]) -> String {
        SensitiveNames.masked(target: target, showing: isPlainCredential)
    }

    /// A query with the values of its secret parameters masked.
    static func redacted(query: ArraySlice<UInt8>) -> String {
        SensitiveNames.masked(query: query, showing: isPlainCredential)
    }

    /// `KEYID/SCOPE` is not a secret, unless one stands in place of the key id by mistake.
    private static func isPlainCredential(name: String, value: [UInt8]) -> Bool {
        let keyID = value.prefix { $0 != UInt8(ascii: "/") }
        return name.equalsIgnoringCase("x-amz-credential")
            && SigningCredentials.isKeyID(String(decoding: keyID, as: UTF8.self))
    }
}
