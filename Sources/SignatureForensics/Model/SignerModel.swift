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

    /// Method, path and query, each with the end of a line.
    var targetText: [UInt8] {
        let line = query.line
        return method + lineEnd + path.line + lineEnd + (line.isEmpty && !hasEmptyQueryLine ? [] : line + lineEnd)
    }

    var canonicalRequest: [UInt8] { targetText + headers.text + payload }

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

    /// Describes the right signer of a request: what it signs, for the scope that it claims.
    init(_ request: SignableRequest, _ claim: ClaimedSignature, secret: Secret?) {
        method = Array(request.method.utf8)
        let mark = request.target.firstIndex(of: UInt8(ascii: "?")) ?? request.target.endIndex
        path = PathModel(Array(request.target[..<mark]))
        query = QueryModel(
            Array(request.target[mark...].dropFirst()),
            excluding: claim.isPresigned ? [Array("X-Amz-Signature".utf8)] : [])
        headers = HeaderModel(request.headers, claim.signedHeaders)
        payload =
            switch request.payload {
            case .empty: SHA256Digest.hash([]).hexBytes
            case .bytes(let bytes): SHA256Digest.hash(bytes.span).hexBytes
            case .unsigned: Array("UNSIGNED-PAYLOAD".utf8)
            case .hash(let hash): Array(hash.utf8)
            }
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
        let values = Dictionary(grouping: fields) { $0.name.asciiLowercased }.mapValues { $0.map(\.value) }
        var seen: Set<String> = []
        for (position, field) in fields.enumerated() {
            let lowerName = field.name.asciiLowercased
            guard seen.insert(lowerName).inserted else { continue }
            entries.append(Entry(field.name, values[lowerName] ?? [], at: position, places[lowerName]))
        }
        for (index, name) in listed.enumerated() where seen.insert(name).inserted {
            entries.append(Entry(signedNames[index], [], at: fields.count + index, index))
        }
        entries.sort { $0.lowerName.lexicographicallyPrecedes($1.lowerName) }
    }
}

extension HeaderModel.Entry {
    fileprivate init(_ name: String, _ values: [[UInt8]], at position: Int, _ listPosition: Int?) {
        self.name = Array(name.utf8)
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
