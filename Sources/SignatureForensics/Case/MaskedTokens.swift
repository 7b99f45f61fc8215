import SigV4

/// Fills in session tokens that a server's echo or a log has masked, from an account that shows them.
///
/// A mask is no difference: without this a token would be blamed for it. What counts as a mask is a value with a byte that
/// no token has (tokens are base64 or a JSON web token).
enum MaskedTokens {
    private static let name = Array("x-amz-security-token:".utf8)

    /// The case with every masked token replaced by one that is shown; unchanged if none is.
    static func filledIn(_ forensicCase: ForensicCase) -> ForensicCase {
        let sent = forensicCase.request?.values(of: "x-amz-security-token").first
            .map { HeaderField(name: "", bytes: $0).canonicalValue }
        let tokens = [sent, token(forensicCase.client), token(forensicCase.server)].compactMap(\.self)
        guard tokens.contains(where: isMasked), let shown = tokens.first(where: { !isMasked($0) }) ?? tokens.first
        else {
            return forensicCase
        }
        var filled = forensicCase
        filled.client = forensicCase.client.map { replacing($0, shown) }
        filled.server = forensicCase.server.map { replacing($0, shown) }
        if let sent, isMasked(sent), var request = forensicCase.request {
            for index in request.headers.indices where request.headers[index].isNamed("x-amz-security-token") {
                request.headers[index].value = shown
            }
            filled.request = request
        }
        return filled
    }

    static func isMasked(_ token: [UInt8]) -> Bool {
        token.contains { byte in
            let letter = byte | 0x20
            let isOfToken =
                (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) || "+/=-_.~%".utf8.contains(byte)
            return !isOfToken
        }
    }

    private static func token(_ texts: SignedTexts?) -> [UInt8]? {
        guard let texts else { return nil }
        return SectionDifference.lines(texts.canonicalRequest.bytes).first { $0.starts(with: name) }
            .map { Array($0.dropFirst(name.count)) }
    }

    private static func replacing(_ texts: SignedTexts, _ shown: [UInt8]) -> SignedTexts {
        let lines = SectionDifference.lines(texts.canonicalRequest.bytes).map { line in
            line.starts(with: name) && isMasked(Array(line.dropFirst(name.count))) ? name + shown : line
        }
        return SignedTexts(
            canonicalRequest: CanonicalRequest(bytes: Array(lines.joined(separator: [0x0A]))),
            stringToSign: texts.stringToSign)
    }
}
