import SigV4
import WireText

extension SignedTexts {
    /// The request that a right signer makes this canonical request of, as far as the text tells: the path is decoded
    /// once where its service encodes it once more, the body is known by its hash.
    ///
    /// - Parameter client: What a client signed, if that is shown: its names have the case in which they are sent, which a
    ///   service's text does not tell.
    func request(named client: SignedTexts?, _ rules: ServiceRules) -> SignableRequest? {
        let written = client.flatMap { CanonicalLines($0.canonicalRequest.bytes) }.map { lines in
            Dictionary(
                lines.headers.map { line in
                    let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
                    return (name.asciiLowercased, name)
                }, uniquingKeysWith: { first, _ in first })
        }
        guard let lines = CanonicalLines(canonicalRequest.bytes) else { return nil }
        var target = rules.uriEncoding == .single ? lines.path : Escape.decoded(lines.path)
        if !lines.query.isEmpty { target += [UInt8(ascii: "?")] + lines.query }
        let headers = lines.headers.compactMap { line -> HeaderField? in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            return HeaderField(
                name: written?[name] ?? name, bytes: Array(line[(colon + 1)...]))
        }
        return SignableRequest(
            method: String(decoding: lines.method, as: UTF8.self), targetBytes: target, headers: headers,
            payload: .hash(String(decoding: lines.payloadHash, as: UTF8.self)))
    }
}

extension ClaimedSignature {
    /// What texts tell about a signature: its scope, its time and its headers, but not the signature itself.
    init?(_ texts: SignedTexts) {
        guard let lines = CanonicalLines(texts.canonicalRequest.bytes) else { return nil }
        let stringToSign = texts.stringToSign.map { SectionDifference.lines($0.bytes) } ?? []
        self.init(
            scheme: StringToSign.algorithm,
            scope: stringToSign.count == 4
                ? String(decoding: stringToSign[2], as: UTF8.self).split(separator: "/").map(String.init) : [],
            signedHeaders: String(decoding: lines.signedHeaders, as: UTF8.self),
            dateText: stringToSign.count == 4 ? stringToSign[1] : nil)
    }
}
