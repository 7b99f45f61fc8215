import JSONText

/// The form of a Bedrock model id, without knowing which ids exist.
package enum ModelName {
    /// The providers that Bedrock's public lists name, as the first part of an id.
    static let providers: Set<String> = [
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "luma", "meta", "minimax", "mistral", "moonshot",
        "moonshotai", "nvidia", "openai", "qwen", "stability", "twelvelabs", "writer", "xai", "zai",
    ]

    /// Whether the text has the form `[geo.]provider.name[:n]` with a known provider.
    package static func looksLikeID(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, text.utf8.count <= 140 else { return false }
        let provider = ModelPrefix.all.contains(String(parts[0])) && parts.count > 2 ? parts[1] : parts[0]
        guard providers.contains(String(provider)) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// Whether the text has the form of an id without a profile's prefix, whoever the provider is.
    static func looksLikeBareID(_ text: String) -> Bool {
        let isFit = text.utf8.allSatisfy { byte in
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
        }
        return isFit && 1...256 ~= text.utf8.count && ModelPrefix.split(text).prefix == nil
    }

    /// The first model id inside a text, with its geographic prefix if it has one.
    package static func first(in text: String) -> String? {
        for chunk in text.split(whereSeparator: { !isIDCharacter($0) }) {
            let piece = chunk.trimmed(of: ".:-_")
            if looksLikeID(piece) { return String(piece) }
        }
        return nil
    }

    private static func isIDCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ".:-_".contains(character))
    }
}
