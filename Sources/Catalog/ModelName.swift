import JSONText
import WireText

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
        // Every id has a hyphen; `writer.zig` and `amazon.com` have none.
        guard providers.contains(String(provider)), text.utf8.contains(UInt8(ascii: "-")) else { return false }
        return text.utf8.allSatisfy { $0.isLowercaseLetter || $0.isDigit || marks.contains($0) }
    }

    /// Whether the text has the form of an id without a profile's prefix, whoever the provider is.
    static func looksLikeBareID(_ text: String) -> Bool {
        hasIDCharacters(text) && ModelPrefix.split(text).prefix == nil
    }

    /// Whether the text is made of letters, digits and `- . : _`, and no longer than the API allows.
    ///
    /// Source: `modelId` in the Amazon Bedrock API Reference, Converse.
    static func hasIDCharacters(_ text: String) -> Bool {
        1...256 ~= text.utf8.count && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || marks.contains($0) }
    }

    private static let marks = Array("-.:_".utf8)

    /// The first model id inside a text, with its geographic prefix if it has one.
    ///
    /// - Parameter others: Ids that are not meant, in lower case.
    package static func first(in text: String, besides others: Set<String> = []) -> String? {
        for chunk in text.split(whereSeparator: { !isIDCharacter($0) }) {
            let piece = chunk.trimmed(of: ".:-_")
            if looksLikeID(piece), !others.contains(String(piece)) { return String(piece) }
        }
        return nil
    }

    private static func isIDCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ".:-_".contains(character))
    }
}
