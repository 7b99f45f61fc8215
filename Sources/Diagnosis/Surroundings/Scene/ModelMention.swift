import Catalog
import Evidence
import JSONText
import WireText

/// A model that a text names: an id, a profile id or an ARN, whole, whatever encoding it went through.
struct ModelMention: Sendable {
    /// How the name is known to be the model that was called; the surer ways stand first.
    enum Context: Int, Comparable, Sendable {
        /// In the path of a call: `/model/ID/converse`.
        case path
        /// Behind a word such as `model=` or `modelId`.
        case label
        /// By its form alone.
        case form
        /// The ARN of a foundation model, which a profile may have chosen.
        case foundationARN

        static func < (left: Context, right: Context) -> Bool { left.rawValue < right.rawValue }
    }

    let name: String
    let context: Context
    let place: Range<Int>

    /// No more are looked at.
    private static let limit = 2_000

    /// The models that a text names, in their order; one that it only suggests is left out.
    static func all(in text: ArraySlice<UInt8>) -> [ModelMention] {
        var found: [ModelMention] = []
        var start = text.startIndex
        while start < text.endIndex, found.count < limit {
            guard isPart(text[start]) else {
                start += 1
                continue
            }
            let end = end(from: start, in: text)
            defer { start = end }
            guard (3...600).contains(end - start),
                let (name, isPath) = name(in: text[start..<end], behind: text[..<start])
            else { continue }
            let before = text[..<start].suffix(48)
            if isSuggestion(before) || isAtCut(start..<end, in: text) && mayBeCut(name) { continue }
            let isFoundation = name.hasPrefix("arn:") && name.contains(":foundation-model/")
            let context: Context =
                isPath
                ? .path : isFoundation ? .foundationARN : isLabelled(before) && !isSecond(before) ? .label : .form
            found.append(ModelMention(name: name, context: context, place: start..<end))
        }
        return found
    }

    // MARK: Names

    /// Behind a run of characters without blanks; of an ARN the word that stands for its account belongs to it:
    /// `arn:aws:bedrock:eu-west-1:<redacted>:application-inference-profile/...`.
    private static func end(from start: Int, in text: ArraySlice<UInt8>) -> Int {
        let end = text[start...].firstIndex { !isPart($0) } ?? text.endIndex
        guard end < text.endIndex, "<{[*$".utf8.contains(text[end]), text[..<end].last == UInt8(ascii: ":"),
            text[start..<end].suffix(80).range(of: "arn:aws") != nil
        else { return end }
        let account = text[end...].prefix(40)
        guard let colon = account.firstIndex(of: UInt8(ascii: ":")),
            account[..<colon].allSatisfy({ $0 != 0x20 && $0 != 0x0A && $0 != 0x22 && $0 != 0x27 })
        else { return end }
        return text[colon...].firstIndex { !isPart($0) } ?? text.endIndex
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "._:/%-".utf8.contains(byte)
    }

    /// The model in a run of characters without blanks: a name, a path, a URL or an ARN, percent-encoded or not.
    private static func name(in run: ArraySlice<UInt8>, behind before: ArraySlice<UInt8>) -> (String, isPath: Bool)? {
        // An id has a dot, an ARN colons, a path its slashes: most words have none of them.
        guard run.contains(where: { ".:/%".utf8.contains($0) }) else {
            return alias(String(decoding: run, as: UTF8.self).trimmed(of: "-_"), behind: before).map { ($0, false) }
        }
        let text = decoded(String(decoding: run, as: UTF8.self))
        if let arn = text.firstRange(of: "arn:aws") {
            let written = text[arn.lowerBound...].trimmed(of: ".:")
            let isPath = text[..<arn.lowerBound].hasSuffix("/model/")
            guard let name = ResourceName(isPath ? withoutOperation(written) : written), name.service == "bedrock",
                resources.contains(where: { name.resource.hasPrefix($0) })
            else { return nil }
            return (name.text, isPath)
        }
        if let path = text.firstRange(of: "/model/") {
            let name = withoutOperation(text[path.upperBound...])
            return name.isEmpty || name.contains("/") ? nil : (String(name), true)
        }
        for piece in text.split(separator: "/") {
            let bare = piece.trimmed(of: ".:-_")
            if ModelName.looksLikeID(bare), !isExtension(bare) { return (String(bare), false) }
        }
        return alias(text.trimmed(of: ".:-_/"), behind: before).map { ($0, false) }
    }

    /// Whether a name is that of an extension of an editor, PUBLISHER.NAME: Anthropic has one, and publishes models under its
    /// name too.
    private static func isExtension(_ name: Substring) -> Bool { name.hasPrefix("anthropic.claude-code") }

    private static let resources = [
        "foundation-model/", "inference-profile/", "application-inference-profile/", "provisioned-model/",
        "custom-model/", "custom-model-deployment/", "imported-model/", "prompt-router/", "default-prompt-router/",
    ]

    private static let operations = [
        "/converse", "/converse-stream", "/invoke", "/invoke-with-response-stream", "/count-tokens",
    ]

    private static func withoutOperation(_ text: some StringProtocol) -> Substring {
        let text = Substring(text)
        return operations.first { text.hasSuffix($0) }.map { text.dropLast($0.count) } ?? text
    }

    /// A name that is not one of Bedrock's, yet was given as the model: `model=sonnet`, `(claude-opus-4-7)`.
    private static func alias(_ text: Substring, behind before: ArraySlice<UInt8>) -> String? {
        let end = before.suffix(16)
        let isBehindMark = end.last == UInt8(ascii: "=") || end.last == UInt8(ascii: "\"") || end.hasSuffix("--model ")
        guard isBehindMark || text.hasPrefix("claude-") else { return nil }
        guard (3...80).contains(text.count), text.allSatisfy({ $0.isLowercase || $0.isNumber || "-.:".contains($0) }),
            text.contains(where: \.isLetter), !none.contains(String(text))
        else { return nil }
        let isGiven = [
            "model=", "modelId=", "model_id=", "\"model\": \"", "\"model\":\"", "\"modelId\":\"", "--model ",
        ]
        .contains { end.hasSuffix($0) }
        if isGiven { return String(text) }
        let isClaude = text.hasPrefix("claude-") && text.contains(where: \.isNumber)
        return isClaude && (end.hasSuffix("API Error (") || isLabelled(end)) ? String(text) : nil
    }

    private static let none: Set<String> = [
        "null", "none", "undefined", "true", "false", "string", "default", "auto", "bedrock", "anthropic",
        "amazon-bedrock",
        "converse",
    ]

    /// Whether nothing follows a run, or what stands for more of it: dots, `\u{2026}`, `[truncated]`, `(120 more characters)`.
    private static func isAtCut(_ run: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
        if run.upperBound == text.endIndex || text[run].hasSuffix("..") { return true }
        return CutText.marks(String(decoding: text[run.upperBound...].prefix(60), as: UTF8.self))
    }

    /// Whether a name at a cut may go on behind it: one that is not known to be whole.
    private static func mayBeCut(_ name: String) -> Bool {
        guard name.contains(".") || name.hasPrefix("arn:"), !WholeModelName.isWhole(name) else {
            return false
        }
        // The ids that AWS makes up have twelve characters.
        let id = name.split(separator: "/").last ?? ""
        return !(name.hasPrefix("arn:") && id.count == 12 && id.allSatisfy { $0.isLetter || $0.isNumber })
    }

    // MARK: What stands before

    private static func isLabelled(_ before: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: before.suffix(28), as: UTF8.self).lowercased()
        return text.contains("model") || text.hasSuffix("api error (")
    }

    /// Whether a variable is that of a model which the program calls beside the chosen one, as Claude Code's are.
    private static func isSecond(_ before: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: before.suffix(40), as: UTF8.self).trimmed(of: " =:\"'").uppercased()
        return SecondModelVariable.endings.contains(where: text.hasSuffix)
    }

    private static func isSuggestion(_ before: ArraySlice<UInt8>) -> Bool {
        let line = before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before
        let text = String(decoding: line, as: UTF8.self).lowercased()
        return [
            "switch to", "did you mean", "such as", "for example", "e.g.", "instead of", "upgrade to", "migrate to",
            "available:",
        ]
        .contains(where: text.contains)
    }
}

extension ModelMention {
    /// The text without its percent-encoding, of which a name in a logged URL may have two layers.
    static func decoded(_ text: String) -> String {
        var text = text
        for _ in 0..<2 where text.contains("%") {
            let encoded = Array(text.utf8)
            text = PercentCoding.decodedText(encoded.span)
        }
        return text
    }
}
