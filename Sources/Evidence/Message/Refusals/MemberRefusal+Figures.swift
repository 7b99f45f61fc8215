import JSONText
import WireText

/// Sentences that say how much was found and how much is allowed.
///
/// Sources: the texts of Bedrock and of the models behind it, as
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html> and public reports have them.
extension MemberRefusal {
    static func figures(in text: String) -> [MemberRefusal] {
        for reader in [
            imageBytes, images, cachePoints, window, contextLength, contextTokens, inputTokens, outputTokens, quota,
        ] {
            if let refusal = reader(text) { return [refusal] }
        }
        return []
    }

    /// Reads `messages.0.content.1.image.source: image exceeds 5 MB maximum: 6737924 bytes > 5242880 bytes`.
    private static func imageBytes(_ text: String) -> MemberRefusal? {
        guard let mark = text.firstRange(of: "image exceeds ") else { return nil }
        var scan = PhraseScan(text[mark.upperBound...])
        guard scan.skip("maximum: ") != nil, let found = scan.number(), scan.skip(">") != nil,
            let limit = scan.number()
        else { return nil }
        let path = lastPath(in: text[..<mark.lowerBound].trimmed(of: ": ")) ?? "image"
        return MemberRefusal(path, .bytesAtMost(limit), found: found)
    }

    /// Reads `too many images and documents: 19 + 5 > 20`.
    private static func images(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        guard scan.skip("too many images and documents: ") != nil, let images = scan.number(),
            let documents = scan.number(), let limit = scan.number()
        else { return nil }
        let found = "\(images) images and \(documents) documents"
        return MemberRefusal("images and documents", .countAtMost(limit), found: found)
    }

    /// Reads `A maximum of 4 blocks with cache_control may be provided. Found 5.`.
    private static func cachePoints(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        guard text.contains("cache_control") || text.contains("cachePoint"), scan.skip("maximum of ") != nil,
            let limit = scan.number()
        else { return nil }
        let found = scan.skip("ound ") != nil ? scan.number() : nil
        return MemberRefusal("cache_control", .countAtMost(limit), found: found)
    }

    /// Reads ``input length and `max_tokens` exceed context limit: 199759 + 8192 > 200000``.
    private static func window(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        guard scan.skip("exceed context limit: ") != nil, let input = scan.number(), let output = scan.number(),
            let limit = scan.number()
        else { return nil }
        return MemberRefusal("max_tokens", .window(input: input, output: output, limit: limit))
    }

    /// Reads `prompt is too long: 260024 tokens > 200000 maximum`.
    private static func contextTokens(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        guard scan.skip("too long: ") != nil, let found = scan.number(), scan.skip(">") != nil,
            let limit = scan.number()
        else { return nil }
        return MemberRefusal("the input", .tokensAtMost(limit), found: found)
    }

    /// Reads `Max input tokens: 8192, request input token count: 9541`.
    private static func inputTokens(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        guard scan.skip("ax input tokens: ") != nil, let limit = scan.number() else { return nil }
        let found = scan.skip("token count: ") != nil ? scan.number() : nil
        return MemberRefusal("the input", .tokensAtMost(limit), found: found)
    }

    /// Reads `max_tokens: 128000 > 64000, which is the maximum`, `exceeds the model limit of 2048`.
    private static func outputTokens(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        if scan.skip("max_tokens: ") != nil, scan.rest.first?.isNumber == true, let found = scan.number(),
            scan.skip(">") != nil, let limit = scan.number()
        {
            return MemberRefusal("max_tokens", .atMost(limit), found: found)
        }
        scan = PhraseScan(text)
        // OpenAI's own: `max_tokens is too large: 50000. This model supports at most 16384 completion tokens`.
        if scan.skip("max_tokens is too large: ") != nil, let found = scan.number(), scan.skip("at most ") != nil,
            let limit = scan.number()
        {
            return MemberRefusal("max_tokens", .atMost(limit), found: found)
        }
        scan = PhraseScan(text)
        guard scan.skip("aximum tokens you requested exceed") != nil, scan.skip("limit of ") != nil,
            let limit = scan.number()
        else { return nil }
        return MemberRefusal("maxTokens", .atMost(limit))
    }

    /// Reads which quota of the account refused: of agents, guardrails and their parts.
    ///
    /// `Validation failed for quota max-instruction-size. The maximum number of resources is 4000, but account 123456789012
    /// requested 4289 resources.`
    private static func quota(_ text: String) -> MemberRefusal? {
        var scan = PhraseScan(text)
        guard scan.skip("alidation failed for quota ") != nil else { return nil }
        let name = scan.take(to: ". ").trimmed(of: " :'\"")
        guard scan.skip(" is ") != nil, let limit = scan.number() else { return nil }
        let found = scan.skip("requested ") != nil ? scan.number() : nil
        return MemberRefusal(String(name), .quota(limit), found: found)
    }

    /// The path that ends a text.
    private static func lastPath(in text: Substring) -> String? {
        let path = text.reversed().prefix { isPathCharacter($0) }.reversed()
        return path.contains(".") ? String(path) : nil
    }

    static func isPathCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._[]".contains(character))
    }
}
