import WireText

/// The signature parameters of a query, decoded.
struct PresignedQuery {
    private(set) var algorithm: [UInt8] = []
    private(set) var credential: [UInt8] = []
    private(set) var date: [UInt8] = []
    private(set) var signedHeaders: [UInt8] = []
    private(set) var signature: [UInt8] = []
    private(set) var expires: [UInt8]?
    private(set) var token: [UInt8]?
    /// The parameters that are not there or empty.
    private(set) var missing: [MalformedAuthorization.Part] = []
    /// A parameter that is there twice.
    private(set) var repeatedName: String?

    /// Reads a target; nil if its query holds no part of a signature.
    init?(_ target: [UInt8]) {
        typealias Name = CanonicalQuery.Parameter
        let query = TargetRanges(target.span).query
        guard !query.isEmpty else { return nil }
        var seen: [String] = []
        for pair in QueryPair.all(in: target, query) {
            let name = String(decoding: PercentCoding.decode(target[pair.name].span), as: UTF8.self)
            guard name.hasPrefix("X-Amz-") else { continue }
            let value = PercentCoding.decode(target[pair.value].span)
            if seen.contains(name) { repeatedName = name }
            switch name {
            case Name.algorithm: algorithm = value
            case Name.credential: credential = value
            case Name.date: date = value
            case Name.signedHeaders: signedHeaders = value
            case Name.signature: signature = value
            case Name.expires: expires = value
            case Name.securityToken: token = value
            default: continue
            }
            seen.append(name)
        }
        guard seen.contains(where: { [Name.algorithm, Name.credential, Name.signature].contains($0) }) else {
            return nil
        }
        if algorithm.isEmpty { missing.append(.algorithm) }
        if credential.isEmpty { missing.append(.credential) }
        if signedHeaders.isEmpty { missing.append(.signedHeaders) }
        if signature.isEmpty { missing.append(.signature) }
        if date.isEmpty { missing.append(.date) }
    }
}
