import SigV4
import WireText

/// The server's account of a request, as AWS returns it with a signature mismatch.
///
/// Most services say "The Canonical String for this request should have been '…' The String-to-Sign should have been '…'"
/// (IAM guide, troubleshooting of Signature Version 4); S3 has elements of XML for both, and for their bytes. The canonical
/// string holds the session token.
public struct ServerEcho: Sendable, Hashable {
    /// What the server expected to be signed.
    public let texts: SignedTexts

    /// Whether lines of it were lost on the way: then those that stand beside it may have lost theirs, too.
    package let hasLostLines: Bool

    private static let canonicalLead = Array("Canonical String for this request should have been".utf8)
    private static let stringToSignLead = Array("The String-to-Sign should have been".utf8)
    private static let quote = UInt8(ascii: "'")

    /// Reads an echo out of a message or a whole error body; nil if there is none.
    ///
    /// The message may still be escaped as in JSON, line feeds written as `\n`, and its line breaks may be lost.
    public init?(message: [UInt8]) {
        guard let found = Self.sentences(message) ?? Self.elements(message) else { return nil }
        (texts, hasLostLines) = found
    }

    /// Reads an echo out of a message or a whole error body; nil if there is none.
    public init?(message: String) {
        self.init(message: Array(message.utf8))
    }

    private static func sentences(_ message: [UInt8]) -> (SignedTexts, hasLostLines: Bool)? {
        guard let lead = message.firstRange(of: canonicalLead) else { return nil }
        let text = plain(Array(message[lead.upperBound...]))
        guard let start = text.firstIndex(of: quote) else { return nil }
        // A header's value may hold a quote, so the canonical string ends with the last one before the next sentence.
        let second = text.firstRange(of: stringToSignLead)
        let sentenceEnd = second?.lowerBound ?? text.endIndex
        guard start < sentenceEnd, let end = text[start..<sentenceEnd].lastIndex(of: quote), end > start else {
            return nil
        }
        var stringToSign: [UInt8]?
        if let second, let open = text[second.upperBound...].firstIndex(of: quote),
            let close = text[(open + 1)...].firstIndex(of: quote)
        {
            stringToSign = withoutEscape(text[(open + 1)..<close])
        }
        return texts(withoutEscape(text[(start + 1)..<end]), stringToSign)
    }

    /// Without the backslash of a quote that JavaScript or Python escaped: both texts end in a digit or a letter.
    private static func withoutEscape(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var text = text
        while text.last == UInt8(ascii: "\\") { text = text.dropLast() }
        return Array(text)
    }

    /// S3's `CanonicalRequest` and `StringToSign`; their bytes in hexadecimal are preferred, since XML changes line ends.
    private static func elements(_ message: [UInt8]) -> (SignedTexts, hasLostLines: Bool)? {
        guard
            let canonical = bytes("CanonicalRequestBytes", message) ?? element("CanonicalRequest", message)
                ?? printed("CanonicalRequest", message)
        else { return nil }
        return texts(
            canonical,
            bytes("StringToSignBytes", message) ?? element("StringToSign", message) ?? printed("StringToSign", message))
    }

    /// An element that a program printed after it had read the XML: `CanonicalRequest: [ 'GET\n...' ]`, `"CanonicalRequest":"GET\n..."`,
    /// `CanonicalRequest: 'GET\n...'`, `'CanonicalRequest' => 'GET...'`.
    private static func printed(_ name: String, _ message: [UInt8]) -> [UInt8]? {
        guard message.firstRange(of: Array("SignatureProvided".utf8)) != nil else { return nil }
        var behind = message[...]
        while let found = behind.firstRange(of: Array(name.utf8)) {
            behind = message[found.upperBound...]
            // `CanonicalRequestBytes` is another member.
            guard let next = behind.first, !next.isLetter else { continue }
            let rest = behind.drop { " \t\n\r\\\"']:=>[(".utf8.contains($0) }
            // The mark that opens the value is the last one of what stands between.
            guard rest.startIndex > behind.startIndex, rest.startIndex - behind.startIndex < 16,
                let mark = message[behind.startIndex..<rest.startIndex].last,
                mark == quote || mark == UInt8(ascii: "\""),
                let end = rest.firstIndex(of: mark)
            else { continue }
            return withoutEscape(plain(withoutEscape(rest[..<end]))[...])
        }
        return nil
    }

    /// The texts with their line breaks, where those were lost.
    private static func texts(
        _ canonical: [UInt8], _ stringToSign: [UInt8]?
    ) -> (SignedTexts, hasLostLines: Bool) {
        var request = CanonicalRequest(bytes: canonical)
        var hasLostLines = false
        if LostBlankLines(canonical) != nil || CanonicalLines(canonical) == nil,
            let restored = FlatCanonicalRequest.restored(canonical)
        {
            request = restored
            hasLostLines = true
        }
        let text = stringToSign.map { text -> [UInt8] in
            let words = text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
            return words.count == 4 ? Array(words.joined(separator: [0x0A])) : text
        }
        return (SignedTexts(canonicalRequest: request, stringToSign: text.map(StringToSign.init(bytes:))), hasLostLines)
    }

    /// Without the escapes of a log, which may have escaped the body once more, or twice.
    private static func plain(_ text: [UInt8]) -> [UInt8] {
        var text = text
        let lineFeed = Array("\\n".utf8)
        for _ in 0..<3 where text.firstRange(of: lineFeed) != nil { text = StringEscapes.unescape(text.span) }
        return text
    }

    // MARK: XML

    private static func element(_ name: String, _ message: [UInt8]) -> [UInt8]? {
        guard let open = message.firstRange(of: Array("<\(name)>".utf8)),
            let close = message[open.upperBound...].firstRange(of: Array("</\(name)>".utf8))
        else { return nil }
        return XMLEntity.decoded(plain(Array(message[open.upperBound..<close.lowerBound])))
    }

    /// Bytes as S3 writes them: two digits each, with blanks between them.
    private static func bytes(_ name: String, _ message: [UInt8]) -> [UInt8]? {
        guard let text = element(name, message) else { return nil }
        let pairs = text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
        var result: [UInt8] = []
        for pair in pairs {
            guard pair.count == 2, let high = pair[pair.startIndex].hexDigit,
                let low = pair[pair.startIndex + 1].hexDigit
            else { return nil }
            result.append(high << 4 | low)
        }
        return result.isEmpty ? nil : result
    }
}
