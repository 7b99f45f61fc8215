import Catalog
import Evidence
import JSONText
import Report

/// The name of a model as another provider's API has it, which was sent to Bedrock: Vertex AI's `claude-haiku-4-5@20251001`, Anthropic's own
/// `claude-sonnet-4-6`.
///
/// Sources: <https://docs.claude.com/en/docs/about-claude/models/overview> (names by platform),
/// <https://code.claude.com/docs/en/model-config> (aliases and their variables).
struct ProviderModelName: Sendable, Hashable {
    enum Owner: Sendable, Hashable {
        case vertexAI
        case anthropic

        var title: String {
            switch self {
            case .vertexAI: "Google's Vertex AI"
            case .anthropic: "Anthropic's own API"
            }
        }
    }

    let owner: Owner

    /// As it was written.
    let name: String

    /// A name of Vertex AI's in a text, which nobody writes for anything else: the day stands behind an `@`.
    static func ofVertex(in text: String) -> ProviderModelName? {
        let text = text.prefix(32_768)
        for mark in text.ranges(of: "@20") {
            let before = text[..<mark.lowerBound].reversed().prefix { isOfName($0) }.reversed()
            let day = text[mark.upperBound...].prefix(while: \.isNumber)
            let name = String(before)
            guard day.count == 6, let start = name.firstRange(of: "claude-"), name.hasSuffix("-") == false else {
                continue
            }
            return ProviderModelName(owner: .vertexAI, name: "\(name[start.lowerBound...])@20\(day)")
        }
        return nil
    }

    /// A name as Anthropic's own API has it: no provider stands before it.
    init?(anthropic name: String) {
        let parts = ModelPrefix.split(name)
        guard parts.prefix == nil, name.hasPrefix("claude-"), name.contains(where: \.isNumber),
            name.allSatisfy(Self.isOfName)
        else { return nil }
        (owner, self.name) = (.anthropic, name)
    }

    private init(owner: Owner, name: String) { (self.owner, self.name) = (owner, name) }

    private static func isOfName(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }

    /// The model on Bedrock, by a profile that the paste names of one part of the world, else by the first of its own.
    func meant(_ call: FailedCall) -> String? {
        let written = name.replacing("@", with: "-")
        guard let near = call.catalog.nearest(to: written, today: call.today, region: call.regionName) else {
            return nil
        }
        let called = call.callable(near)
        let bare = ModelPrefix.split(called).bare
        guard call.regionName == nil, let entry = call.catalog.entry(for: bare), !entry.profiles.isEmpty else {
            return called
        }
        let shown = Set(
            ModelMention.prefixes(in: call.shown).filter { prefix in entry.profiles.contains { $0.prefix == prefix } })
        if shown.count == 1, let prefix = shown.first { return "\(prefix).\(bare)" }
        return called
    }

    func remedy(_ call: FailedCall) -> Remedy? {
        guard let id = meant(call) else { return nil }
        let written = PrintableText.escaped(name, limit: 80)
        let isPlain = ModelPrefix.split(id).prefix == nil
        let prefix = isPlain ? " (with the prefix of your part of the world before it: us., eu., global.)" : ""
        let place =
            call.scene.program == .claudeCode || call.scene.program == .claudeAgentSDK
            ? " Claude Code makes ids of its aliases (sonnet, opus, haiku) by the provider that it takes for set: name the id in ANTHROPIC_DEFAULT_HAIKU_MODEL, ANTHROPIC_DEFAULT_SONNET_MODEL, ANTHROPIC_DEFAULT_OPUS_MODEL or ANTHROPIC_MODEL, leave only CLAUDE_CODE_USE_BEDROCK=1 of the variables that choose one\(owner == .vertexAI ? " (unset CLAUDE_CODE_USE_VERTEX)" : ""), and update it."
            : " Where an alias or a setting of the program made it, write the whole id there, and choose Bedrock as the provider."
        return Remedy.advice(
            "Send \(id)\(prefix): \(written) is the model's name on \(owner.title), and Bedrock has it under another.\(place)",
            call.check(id)
        ).about(.instruction)
    }
}

extension ModelMention {
    /// The prefixes of all profiles that a text names, those that it only suggests among them.
    static func prefixes(in text: String) -> [String] {
        text.prefix(32_768)
            .split { !($0.isASCII && ($0.isLetter || $0.isNumber || "._:-".contains($0))) }
            .compactMap { word in
                let parts = ModelPrefix.split(String(word.trimmed(of: ".:-")))
                return parts.bare.contains(".") ? parts.prefix : nil
            }
    }
}
