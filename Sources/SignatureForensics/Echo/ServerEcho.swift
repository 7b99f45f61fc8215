import SigV4
import WireText

/// The server's account of a request, as AWS returns it with a signature mismatch.
///
/// The message reads "The Canonical String for this request should have been '…' The String-to-Sign should have been
/// '…'" (IAM guide, troubleshooting of Signature Version 4). The canonical string holds the session token.
public struct ServerEcho: Sendable, Hashable {
    /// What the server expected to be signed.
    public let texts: SignedTexts

    private static let canonicalLead = Array("Canonical String for this request should have been".utf8)
    private static let stringToSignLead = Array("The String-to-Sign should have been".utf8)
    private static let quote = UInt8(ascii: "'")

    /// Reads an echo out of a message or a whole error body; nil if there is none.
    ///
    /// The message may still be escaped as in JSON, line feeds written as `\n`.
    public init?(message: [UInt8]) {
        guard let lead = message.firstRange(of: Self.canonicalLead) else { return nil }
        let rest = Array(message[lead.upperBound...])
        // A log may have escaped the body once more, or twice.
        var text = rest
        for _ in 0..<3 where !text.contains(UInt8(ascii: "\n")) { text = StringEscapes.unescape(text.span) }

        guard let start = text.firstIndex(of: Self.quote) else { return nil }
        // A header's value may hold a quote, so the canonical string ends with the last one before the next sentence.
        let second = text.firstRange(of: Self.stringToSignLead)
        let sentenceEnd = second?.lowerBound ?? text.endIndex
        guard start < sentenceEnd, let end = text[start..<sentenceEnd].lastIndex(of: Self.quote), end > start else {
            return nil
        }
        var stringToSign: StringToSign?
        if let second, let open = text[second.upperBound...].firstIndex(of: Self.quote),
            let close = text[(open + 1)...].firstIndex(of: Self.quote)
        {
            stringToSign = StringToSign(bytes: Array(text[(open + 1)..<close]))
        }
        texts = SignedTexts(
            canonicalRequest: CanonicalRequest(bytes: Array(text[(start + 1)..<end])), stringToSign: stringToSign)
    }

    /// Reads an echo out of a message or a whole error body; nil if there is none.
    public init?(message: String) {
        self.init(message: Array(message.utf8))
    }
}
