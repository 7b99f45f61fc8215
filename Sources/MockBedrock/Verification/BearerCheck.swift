import SigV4
import WireText

/// Decides on a bearer token, as the service does: by its beginning, then by what is known of the key.
///
/// A short-term key is a presigned request, and is verified as one against the server's key pairs
/// (<https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html>).
struct BearerCheck: Sendable {
    /// The keys, with the account that answers their calls; nil for the first one.
    private let keys: [(key: MockBearerKey, account: String?)]
    private let verifier: SignatureVerifier
    private let regions: Set<String>
    private let home: String

    init(_ configuration: MockServerConfiguration, _ callers: KnownCallers) {
        var keys: [(key: MockBearerKey, account: String?)] = []
        for key in configuration.bearerKeys + (configuration.account?.bearerKeys ?? []) { keys.append((key, nil)) }
        for account in configuration.otherAccounts {
            for key in account.bearerKeys { keys.append((key, account.accountID)) }
        }
        self.keys = keys
        regions = configuration.regions
        home = configuration.homeRegion ?? configuration.regions.min() ?? ""
        // Of another region the key is refused by name, below.
        verifier = SignatureVerifier(
            policy: VerificationPolicy(maxPresignSeconds: ShortTermAPIKey.longestLifetime)
        ) { callers.stored($0) }
    }

    /// What a token is that does not begin as a key does.
    enum Foreign: Sendable {
        case empty
        /// A key with quotes around it, as a file of settings has it.
        case quoted
        case other
    }

    /// Why a token is refused.
    enum Refusal: Error, Sendable {
        /// It does not begin as a key of Bedrock's does.
        case foreign(Foreign, serverHasKeys: Bool)
        /// Behind the beginning is no key.
        case damaged(BedrockAPIKey.Flaw)
        /// Nobody knows it.
        case unknown(serverHasKeys: Bool)
        /// It is good in other regions.
        case region(of: [String], here: [String])
        /// Its time is over.
        case expired(at: SigningTime, now: SigningTime)
        /// A short-term key that no key pair of the server has signed so.
        case signature(String)
    }

    /// The token of a request; nil when it brings none.
    ///
    /// The scheme is read whatever its case (RFC 9110, section 11.1). Where there are several `Authorization` headers none
    /// is believed.
    static func token(in headers: [HeaderField]) -> [UInt8]? {
        let scheme = Array("bearer".utf8)
        guard let place = headers.firstIndex(where: { $0.isNamed("authorization") }) else { return nil }
        let value = headers[place].value
        guard value.count >= scheme.count, zip(value, scheme).allSatisfy({ $0 | 0x20 == $1 }),
            value.count == scheme.count || value[scheme.count] == UInt8(ascii: " "),
            !headers[(place + 1)...].contains(where: { $0.isNamed("authorization") })
        else { return nil }
        return Array(value.dropFirst(scheme.count + 1))
    }

    /// Who sends a token.
    ///
    /// - Parameter host: The value of `Host`, which names the region for a key that names none.
    func caller(_ token: [UInt8], host: String?, now: SigningTime) throws(Refusal) -> AcceptedCaller {
        let key = BedrockAPIKey(String(decoding: token, as: UTF8.self))
        guard key.hasKnownBeginning else { throw .foreign(Self.foreign(token), serverHasKeys: !keys.isEmpty) }
        if let known = keys.first(where: { $0.key.key.secret.matches(token) }) {
            return try caller(known.key, of: known.account, host: host, now: now)
        }
        switch key.form {
        case .shortTerm(let key): return try caller(key, now: now)
        case .damaged(let flaw): throw .damaged(flaw)
        case .longTerm, .foreign: throw .unknown(serverHasKeys: !keys.isEmpty)
        }
    }

    private static func foreign(_ token: [UInt8]) -> Foreign {
        guard let first = token.first else { return .empty }
        let isQuoted = first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
        return isQuoted && BedrockAPIKey(String(decoding: token.dropFirst(), as: UTF8.self)).hasKnownBeginning
            ? .quoted : .other
    }

    /// A key that the server was given.
    private func caller(
        _ known: MockBearerKey, of account: String?, host: String?, now: SigningTime
    ) throws(Refusal) -> AcceptedCaller {
        var region = Self.region(in: host).flatMap { regions.contains($0) ? $0 : nil } ?? home
        var expiration = known.expiration
        if case .shortTerm(let key) = known.key.form {
            guard regions.contains(key.region) else { throw .region(of: [key.region], here: regions.sorted()) }
            region = key.region
            expiration = [key.expiresAt, expiration].compactMap(\.self).min()
        }
        if let expiration, now >= expiration { throw .expired(at: expiration, now: now) }
        if let allowed = known.regions, !allowed.contains(region) {
            throw .region(of: allowed.sorted(), here: [region])
        }
        let accessKeyID: String? = if case .shortTerm(let key) = known.key.form { key.accessKeyID } else { nil }
        return AcceptedCaller(bearerIn: region, accessKeyID: accessKeyID, account: account)
    }

    /// A short-term key that says by itself whose it is.
    private func caller(_ key: ShortTermAPIKey, now: SigningTime) throws(Refusal) -> AcceptedCaller {
        guard key.lifetimeSeconds <= ShortTermAPIKey.longestLifetime else {
            throw .signature("its lifetime of \(key.lifetimeSeconds) s is longer than 12 hours")
        }
        switch verifier.verify(key.request, now: now) {
        case .accepted(let signature):
            guard regions.contains(signature.scope.region) else {
                throw .region(of: [signature.scope.region], here: regions.sorted())
            }
            return AcceptedCaller(bearerIn: signature.scope.region, accessKeyID: signature.accessKeyID)
        case .refused(let refusal):
            switch refusal.reason {
            case .presignExpired: throw .expired(at: key.expiresAt, now: now)
            case .tokenExpired(let expiration, _): throw .expired(at: expiration, now: now)
            default: throw .signature(RefusalText(refusal: refusal, request: key.request).detail)
            }
        }
    }

    /// The region that one of Bedrock's own hosts names.
    private static func region(in host: String?) -> String? {
        guard let labels = host?.split(separator: "."), labels.count > 2,
            ["bedrock", "bedrock-runtime", "bedrock-fips", "bedrock-runtime-fips"].contains(String(labels[0]))
        else { return nil }
        return String(labels[1])
    }
}
