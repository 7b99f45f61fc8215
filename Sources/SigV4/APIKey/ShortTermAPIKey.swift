import WireText

/// A short-term Bedrock API key: `bedrock-api-key-` and, in base64, a presigned request to `bedrock.amazonaws.com`.
///
/// The request is `POST /?Action=CallWithBearerToken`, signed in its query for the service `bedrock` and one region;
/// `&Version=1` follows the signature unsigned, and the scheme is left out
/// (<https://github.com/aws/aws-bedrock-token-generator-python>). It is good until its lifetime, of 12 hours at most, is
/// over, or the session that signed it
/// (<https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html>).
public struct ShortTermAPIKey: Sendable, Equatable {
    /// What such a key begins with.
    public static let prefix = "bedrock-api-key-"
    /// The longest lifetime, in seconds.
    public static let longestLifetime: Int64 = 43_200

    private static let host = "bedrock.amazonaws.com"
    private static let action = "Action=CallWithBearerToken"

    /// What the request of every key is.
    static let purpose = "POST https://\(host)/?\(action)"
    private static let version = "&Version=1"

    /// Whose key signed it.
    public let accessKeyID: String
    /// The region that it may be used in.
    public let region: String
    /// The service of its scope, `bedrock` in a good one.
    public let service: String
    /// When it was signed.
    public let signedAt: SigningTime
    /// For how many seconds from then it is good.
    public let lifetimeSeconds: Int64
    /// Whether it holds the session token of a temporary key, with whose end it ends too.
    public let hasSessionToken: Bool
    /// The request that was signed, for a verifier.
    package let request: SignableRequest
    private let signature: Secret
    private let token: Secret?

    /// From when on it is refused, unless the session that signed it ends before.
    public var expiresAt: SigningTime { signedAt.advanced(bySeconds: lifetimeSeconds) }

    init(content: [UInt8]) throws(BedrockAPIKey.Flaw) {
        let bytes = try BedrockAPIKey.decoded(content)
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash > 0,
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .otherContent }
        var target = Array(bytes[slash...])
        if target.suffix(Self.version.utf8.count).elementsEqual(Self.version.utf8) {
            target.removeLast(Self.version.utf8.count)
        }
        request = SignableRequest(
            method: "POST", targetBytes: target,
            headers: [HeaderField("Host", String(decoding: bytes[..<slash], as: UTF8.self))], payload: .empty)
        guard let query = PresignedQuery(target) else {
            throw .lacking([CanonicalQuery.Parameter.signature])
        }
        var lacking = query.missing.map(Self.name)
        if query.expires == nil { lacking.append(CanonicalQuery.Parameter.expires) }
        guard lacking.isEmpty else { throw .lacking(lacking) }
        let provided: ProvidedSignature
        do {
            provided = try ProvidedSignature(request, KnownFields(request.headers), ReadAuthorizations())
        } catch {
            throw .unreadable
        }
        guard case .query(let lifetime?) = provided.form else { throw .unreadable }
        if let other = Self.otherPlace(host: bytes[..<slash], target) { throw .otherRequest(other) }
        accessKeyID = provided.accessKeyID
        region = provided.region
        service = provided.service
        signedAt = provided.signedAt
        lifetimeSeconds = lifetime
        hasSessionToken = provided.token != nil
        signature = Secret(bytes: provided.signature)
        token = provided.token.map { Secret(bytes: $0) }
    }

    /// Where the request goes, if it is not where that of a key goes: for what it asks there, it is no key for Bedrock.
    ///
    /// The signature of such a request is good, for another service or another action.
    private static func otherPlace(host: ArraySlice<UInt8>, _ target: [UInt8]) -> String? {
        let host = String(decoding: host, as: UTF8.self)
        guard host.lowercased() == Self.host else { return host.count > 80 ? host.prefix(80) + "…" : host }
        let path = target.prefix { $0 != UInt8(ascii: "?") }
        guard path.elementsEqual("/".utf8) else { return "another path" }
        let parameters = target.dropFirst(path.count + 1).split(separator: UInt8(ascii: "&"))
        return parameters.contains { $0.elementsEqual(action.utf8) } ? nil : "another action"
    }

    private static func name(_ part: MalformedAuthorization.Part) -> String {
        switch part {
        case .algorithm: CanonicalQuery.Parameter.algorithm
        case .credential: CanonicalQuery.Parameter.credential
        case .date: CanonicalQuery.Parameter.date
        case .signedHeaders: CanonicalQuery.Parameter.signedHeaders
        case .signature: CanonicalQuery.Parameter.signature
        }
    }

    var innerSecrets: [String] {
        let token = token.map { String(decoding: $0.exposedBytes, as: UTF8.self) }
        let encoded = token.map { String(decoding: PercentCoding.encode(Array($0.utf8).span), as: UTF8.self) }
        return [String(decoding: signature.exposedBytes, as: UTF8.self), token, encoded].compactMap(\.self)
    }
}

extension ShortTermAPIKey {
    /// Makes a key, as the generators of AWS do.
    ///
    /// - Parameter seconds: how long it is good; from 1 to ``longestLifetime``.
    /// - Throws: `SigningError` when region or key id cannot be signed with.
    package static func text(
        signedBy credentials: SigningCredentials, region: String, at time: SigningTime, seconds: Int = 43_200
    ) throws(SigningError) -> String {
        let signed = try Signer().sign(
            SignableRequest(
                method: "POST", target: "/?\(action)", headers: [HeaderField("Host", host)],
                payload: .empty),
            SigningParameters(
                credentials: credentials, region: region, service: "bedrock", time: time,
                options: SigningOptions(location: .query(expiresSeconds: seconds))))
        return prefix + Base64.text(Array(host.utf8) + signed.target + Array(version.utf8))
    }
}

extension ShortTermAPIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whose it is and where it may be used; never the signature or the token.
    public var description: String {
        "ShortTermAPIKey(\(MaskedKeyID(accessKeyID)), \(region), until \(expiresAt))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
