import WireText

/// The value of an `Authorization` header, taken apart.
///
/// `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`: the parts in any order, with or without white space
/// after the commas. Names are as written; the scheme is in capitals, as services want it.
struct AuthorizationHeader {
    private(set) var credential: [UInt8] = []
    private(set) var signedHeaders: [UInt8] = []
    private(set) var signature: [UInt8] = []
    /// The parts that are not there.
    private(set) var missing: [MalformedAuthorization.Part] = [.credential, .signedHeaders, .signature]

    /// Those of them that are there without a value.
    private var empty: [MalformedAuthorization.Part] = []

    init(_ value: [UInt8]) throws(ProvidedSignature.Unreadable) {
        guard let start = value.firstIndex(where: { !$0.isWhitespace }) else { throw .init(.malformed(.empty)) }
        let schemeEnd = value[start...].firstIndex(where: \.isWhitespace) ?? value.endIndex
        guard value[start..<schemeEnd].elementsEqual(StringToSign.algorithm.utf8) else {
            throw .init(.malformed(.unsupportedAlgorithm(Self.knownScheme(value[start..<schemeEnd]))))
        }
        for part in value[schemeEnd...].split(separator: UInt8(ascii: ",")) {
            guard let first = part.firstIndex(where: { !$0.isWhitespace }),
                let last = part.lastIndex(where: { !$0.isWhitespace })
            else { continue }
            guard let equals = part[first...last].firstIndex(of: UInt8(ascii: "=")) else {
                throw .init(.malformed(.pairWithoutEqualSign))
            }
            try set(part[first..<equals], to: part[(equals + 1)..<(last + 1)])
        }
    }

    private mutating func set(
        _ name: ArraySlice<UInt8>, to value: ArraySlice<UInt8>
    ) throws(ProvidedSignature.Unreadable) {
        let part: MalformedAuthorization.Part
        switch String(decoding: name, as: UTF8.self) {
        case "Credential": part = .credential
        case "SignedHeaders": part = .signedHeaders
        case "Signature": part = .signature
        default: return
        }
        guard let index = missing.firstIndex(of: part), !empty.contains(part) else {
            throw .init(.malformed(.repeatedPart(String(decoding: name, as: UTF8.self))))
        }
        // A part without a value counts as missing; a second one is no more allowed than behind one with a value.
        guard !value.isEmpty else {
            empty.append(part)
            return
        }
        missing.remove(at: index)
        switch part {
        case .credential: credential = Array(value)
        case .signedHeaders: signedHeaders = Array(value)
        default: signature = Array(value)
        }
    }

    /// The name of an authentication scheme if it is a known one.
    ///
    /// Anything else may be a secret in the wrong place.
    static func knownScheme(_ word: some Collection<UInt8>) -> String? {
        let text = String(decoding: word, as: UTF8.self)
        let known = [
            "aws", "aws3-https", "aws4-ecdsa-p256-sha256", "aws4-hmac-sha256", "aws4-hmac-sha512", "basic", "bearer",
            "digest", "negotiate",
        ]
        return known.contains(text.asciiLowercased) ? text : nil
    }
}
