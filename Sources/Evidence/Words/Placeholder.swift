import Catalog
import JSONText
import WireText

/// ARNs, hosts, betas and model ids hold words that mean nothing for the cause (`provisioned-model`, `access`): one word stands
/// for each.
enum Placeholder {
    static func name(for piece: ArraySlice<UInt8>, isASCII: Bool) -> String? {
        let text =
            isASCII ? piece.map(\.asciiLowercased) : Array(String(decoding: piece, as: UTF8.self).lowercased().utf8)
        // Each of them holds one of these marks, and hardly a word of prose does.
        guard text.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
        else {
            return nil
        }
        if text.firstRange(of: arn) != nil { return "xarn" }
        if text.firstRange(of: scheme) != nil || text.suffix(host.count) == host[...]
            || text.firstRange(of: hostWithPort) != nil
        {
            return "xurl"
        }
        let bare = String(decoding: text.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self).trimmed(of: ".:")
        if isBeta(bare) { return "xbeta" }
        return ModelName.looksLikeID(bare) ? "xmodel" : nil
    }

    private static let (arn, scheme, host) = (Array("arn:aws".utf8), Array("://".utf8), Array(".amazonaws.com".utf8))
    private static let hostWithPort = Array(".amazonaws.com:".utf8)

    /// Whether a piece names a beta of a provider's, a few words and a day: `prompt-caching-scope-2026-01-05`.
    private static func isBeta(_ piece: Substring) -> Bool {
        let parts = piece.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count > 4, parts.suffix(3).map(\.count) == [4, 2, 2],
            parts.suffix(3).allSatisfy({ $0.allSatisfy(\.isDigit) })
        else { return false }
        return (piece.utf8.first?.isLetter ?? false)
            && piece.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}
