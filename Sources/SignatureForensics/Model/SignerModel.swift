import SigV4
import WireText

/// A signer, described by what it does at each step; as it is made from a request, it does everything rightly.
///
/// A mistake sets one of its knobs to something else. Knobs are independent, so that any mistakes can be made together.
struct SignerModel: Sendable {
    var method: [UInt8]
    var path: PathModel
    var query: QueryModel
    var headers: HeaderModel
    /// The last line of the canonical request.
    var payload: [UInt8]
    var text: TextModel
    var key: KeyModel
    /// What ends the lines of method, path and query.
    var lineEnd: [UInt8] = [0x0A]
    /// Whether a query that is empty has its line all the same.
    var hasEmptyQueryLine = true
    /// How the parts of the canonical request are put together.
    var layout = RequestLayout.standard

    /// The parts that are made, and kept, separately.
    struct Sections: OptionSet, Sendable, Hashable {
        let rawValue: UInt8

        /// Method, path and query.
        static let target = Sections(rawValue: 1)
        /// The headers and their list.
        static let headers = Sections(rawValue: 2)
        static let payload = Sections(rawValue: 4)
        /// The string to sign, but for its hash.
        static let text = Sections(rawValue: 8)
        static let key = Sections(rawValue: 16)

        static let canonicalRequest: Sections = [.target, .headers, .payload]
    }

    /// Method, path and query, each with the end of a line; in another layout the whole text.
    var targetText: [UInt8] {
        if layout != .standard { return layout.text(self) }
        let line = query.line
        return method + lineEnd + path.line + lineEnd + (line.isEmpty && !hasEmptyQueryLine ? [] : line + lineEnd)
    }

    /// The headers' lines and their list; in another layout they stand in the first part.
    var headersText: [UInt8] { layout == .standard ? headers.text : [] }

    /// The last line; in another layout it stands in the first part.
    var payloadText: [UInt8] { layout == .standard ? payload : [] }

    var canonicalRequest: [UInt8] { targetText + headersText + payloadText }

    var stringToSign: [UInt8] {
        let canonicalRequest = canonicalRequest
        return text.text(SHA256Digest.hash(canonicalRequest)) { canonicalRequest }
    }

    /// Both texts, as a reference signer would print them.
    var texts: SignedTexts {
        SignedTexts(
            canonicalRequest: CanonicalRequest(bytes: canonicalRequest), stringToSign: StringToSign(bytes: stringToSign)
        )
    }

    /// Describes the right signer of a request: what it signs by the rules of its service, for the scope that it claims.
    init(_ request: SignableRequest, _ claim: ClaimedSignature, _ rules: ServiceRules = .usual, secret: Secret?) {
        method = Array(request.method.utf8)
        let mark = request.target.firstIndex(of: UInt8(ascii: "?")) ?? request.target.endIndex
        path = PathModel(Array(request.target[..<mark]), rules)
        query = QueryModel(
            Array(request.target[mark...].dropFirst()),
            excluding: claim.isPresigned ? Self.unsignedParameters(rules) : [])
        headers = HeaderModel(request.headers, claim.signedHeaders)
        payload =
            switch request.payload {
            case .empty: SHA256Digest.hash([]).hexBytes
            case .bytes(let bytes): SHA256Digest.hash(bytes.span).hexBytes
            case .unsigned: Array("UNSIGNED-PAYLOAD".utf8)
            case .hash(let hash): Array(hash.utf8)
            }
        if let line = Self.payloadLine(request, rules) { payload = line }
        let date = claim.time?.amzDateText ?? claim.dateText ?? []
        var scope = claim.scope.map { Array($0.utf8) }
        while scope.count < 4 { scope.append([]) }
        text = TextModel(date: date, scope: scope)
        key = KeyModel(
            secret: secret?.exposedBytes ?? [], date: scope[0], region: scope[1], service: scope[2])
        // The terminator of the scope is claimed too: who writes another one derives his key with it.
        if scope.count == 4, !scope[3].isEmpty { key.terminator = scope[3] }
    }
}

extension SignerModel {
    /// What a presigned request carries without signing it.
    private static func unsignedParameters(_ rules: ServiceRules) -> [[UInt8]] {
        let names =
            rules.sessionToken == .signed ? ["X-Amz-Signature"] : ["X-Amz-Signature", "X-Amz-Security-Token"]
        return names.map { Array($0.utf8) }
    }

    /// The last line where a service does not make it of the body.
    private static func payloadLine(_ request: SignableRequest, _ rules: ServiceRules) -> [UInt8]? {
        switch rules.payload {
        case .hashed: nil
        case .declared:
            request.values(of: "x-amz-content-sha256").first.map { HeaderField(name: "", bytes: $0).canonicalValue }
                .flatMap { line in
                    ["UNSIGNED-PAYLOAD", "STREAMING-"].contains { line.starts(with: $0.utf8) } ? line : nil
                }
        case .unsigned: Array("UNSIGNED-PAYLOAD".utf8)
        }
    }
}

extension SigningTime {
    /// The bytes of ``amzDate``.
    var amzDateText: [UInt8] { Array(amzDate.utf8) }
}

extension HeaderModel {
    /// Describes the right canonical headers of a request that claims to have signed these names.
    init(_ fields: [HeaderField], _ signedNames: [String]) {
        entries = []
        let listed = signedNames.map(\.asciiLowercased)
        let places = Dictionary(zip(listed, listed.indices)) { first, _ in first }
        func listedName(_ lower: String) -> String { places[lower].map { signedNames[$0] } ?? lower }
        let values = Dictionary(grouping: fields) { $0.name.asciiLowercased }.mapValues { $0.map(\.value) }
        var seen: Set<String> = []
        for (position, field) in fields.enumerated() {
            let lowerName = field.name.asciiLowercased
            guard seen.insert(lowerName).inserted else { continue }
            entries.append(
                Entry(
                    field.name, listed: listedName(lowerName), values[lowerName] ?? [], at: position, places[lowerName])
            )
        }
        for (index, name) in listed.enumerated() where seen.insert(name).inserted {
            entries.append(
                Entry(signedNames[index], listed: signedNames[index], [], at: fields.count + index, index))
        }
        entries.sort { $0.lowerName.lexicographicallyPrecedes($1.lowerName) }
    }
}

extension HeaderModel.Entry {
    fileprivate init(
        _ name: String, listed: String, _ values: [[UInt8]], at position: Int, _ listPosition: Int?
    ) {
        self.name = Array(name.utf8)
        listedName = Array(listed.utf8)
        lowerName = Array(name.asciiLowercased.utf8)
        self.values = values
        canonical = Array(
            values.map { HeaderField(name: "", bytes: $0).canonicalValue }.joined(separator: [UInt8(ascii: ",")]))
        self.position = position
        self.listPosition = listPosition ?? .max
        hasLine = listPosition != nil
        isListed = listPosition != nil
    }
}
