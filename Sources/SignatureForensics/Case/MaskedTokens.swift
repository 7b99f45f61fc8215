import SigV4
import WireText

/// Fills in session tokens that a server's echo, a log or a dump has masked, from an account that shows them, else from the
/// credentials of the key that signed.
///
/// A mask is not a difference: without this a token would be blamed for it. A token that nobody shows stays masked alike in
/// all accounts: it is unknown, and no signature can be made with it.
enum MaskedTokens {
    private static let header = "x-amz-security-token"
    private static let words = ["redact", "mask", "hidden", "removed", "omitted", "filtered", "sensitive"]
    private static let line = Array("x-amz-security-token:".utf8)

    /// The case with every masked token replaced by one that is known; unchanged if none is masked.
    ///
    /// What a verifier of ours refused is known as it arrived.
    static func filledIn(_ forensicCase: ForensicCase) -> ForensicCase {
        guard forensicCase.refusal == nil else { return forensicCase }
        var tokens: [[UInt8]] = forensicCase.request.map { Self.tokens($0) } ?? []
        for texts in [forensicCase.client, forensicCase.server].compactMap({ $0 }) {
            tokens += Self.tokens(texts.canonicalRequest.bytes)
        }
        guard let mask = tokens.first(where: isMasked) else { return forensicCase }
        let known = tokens.first { !isMasked($0) } ?? owned(forensicCase) ?? mask
        var filled = forensicCase
        filled.client = forensicCase.client.map { replacing($0, known) }
        filled.server = forensicCase.server.map { replacing($0, known) }
        filled.request = forensicCase.request.map { replacing($0, known) }
        return filled
    }

    /// Whether a value stands for a token that is not shown.
    ///
    /// Masks are made of stars, brackets or signs beyond ASCII, of one letter repeated, of a beginning with dots behind it,
    /// or are a word that says so. Quotes, blanks and backslashes are not a mask: they come from a token that was spoilt.
    static func isMasked(_ token: [UInt8]) -> Bool {
        guard let first = token.first else { return false }
        if token.contains(where: { $0 >= 0x80 || "*<>[](){}#".utf8.contains($0) }) { return true }
        if token.count > 2, token.allSatisfy({ $0 == first }) { return true }
        if token.suffix(3).elementsEqual("...".utf8) { return true }
        guard token.count < 32 else { return false }
        let word = String(decoding: token, as: UTF8.self).asciiLowercased
        return Self.words.contains { word.hasPrefix($0) }
    }

    /// Whether a request carries a token that is not shown.
    static func hides(_ request: SignableRequest) -> Bool { tokens(request).contains(where: isMasked) }

    /// The token that belongs to the key that signed, unless a text's own hash tells that it was another.
    private static func owned(_ forensicCase: ForensicCase) -> [UInt8]? {
        guard let claim = forensicCase.request.flatMap({ ClaimedSignature($0) }) else { return nil }
        let owner = forensicCase.credentials.first { $0.accessKeyID == claim.keyID }
        guard let token = owner?.sessionToken?.exposedBytes else { return nil }
        let isOther = [forensicCase.server, forensicCase.client].compactMap { $0 }.contains { texts in
            guard let text = texts.stringToSign, tokens(texts.canonicalRequest.bytes).contains(where: isMasked) else {
                return false
            }
            return SectionDifference.lines(text.bytes).last != replacing(texts, token).canonicalRequest.hash.hexBytes
        }
        return isOther ? nil : token
    }

    // MARK: Where tokens stand

    private static func tokens(_ request: SignableRequest) -> [[UInt8]] {
        request.values(of: header).map { HeaderField(name: "", bytes: $0).canonicalValue }
            + query(request.target).flatMap { tokens(query: request.target[$0]) }
    }

    private static func tokens(_ canonicalRequest: [UInt8]) -> [[UInt8]] {
        let lines = SectionDifference.lines(canonicalRequest)
        let headers = lines.filter { $0.starts(with: line) }.map { Array($0.dropFirst(line.count)) }
        return headers + (lines.count > 2 ? tokens(query: lines[2][...]) : [])
    }

    private static func tokens(query: ArraySlice<UInt8>) -> [[UInt8]] {
        query.split(separator: UInt8(ascii: "&")).compactMap { pair in
            value(of: pair).map { Escape.decoded(Array($0)) }
        }
    }

    /// Where the query of a target stands, if it has one.
    private static func query(_ target: [UInt8]) -> [Range<Int>] {
        target.firstIndex(of: UInt8(ascii: "?")).map { [($0 + 1)..<target.count] } ?? []
    }

    /// The value of a parameter if it is the session token.
    private static func value(of pair: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
            String(decoding: Escape.decoded(Array(pair[..<equals])), as: UTF8.self).asciiLowercased == header
        else { return nil }
        return pair[(equals + 1)...]
    }

    // MARK: Filling in

    private static func replacing(_ request: SignableRequest, _ known: [UInt8]) -> SignableRequest {
        var headers = request.headers
        for index in headers.indices where headers[index].isNamed(header) {
            let value = HeaderField(name: "", bytes: headers[index].value).canonicalValue
            if isMasked(value) { headers[index].value = known }
        }
        var target = request.target
        if let place = query(target).first {
            target = target[..<place.lowerBound] + replacing(query: target[place], known)
        }
        return SignableRequest(
            method: request.method, targetBytes: target, headers: headers, payload: request.payload)
    }

    private static func replacing(_ texts: SignedTexts, _ known: [UInt8]) -> SignedTexts {
        var lines = SectionDifference.lines(texts.canonicalRequest.bytes).map { text in
            text.starts(with: line) && isMasked(Array(text.dropFirst(line.count))) ? line + known : text
        }
        if lines.count > 2 { lines[2] = replacing(query: lines[2][...], known) }
        return SignedTexts(
            canonicalRequest: CanonicalRequest(bytes: Array(lines.joined(separator: [0x0A]))),
            stringToSign: texts.stringToSign)
    }

    private static func replacing(query: ArraySlice<UInt8>, _ known: [UInt8]) -> [UInt8] {
        let pairs = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { pair in
            guard let value = value(of: pair), isMasked(Escape.decoded(Array(value))) else { return Array(pair) }
            return pair[..<value.startIndex] + EscapeAlphabet.sigV4.encoded(known, keepsSlash: false)
        }
        return Array(pairs.joined(separator: [UInt8(ascii: "&")]))
    }
}
