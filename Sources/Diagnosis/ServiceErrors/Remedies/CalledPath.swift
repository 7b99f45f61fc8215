import JSONText
import Report

/// What the path of a URL that led nowhere shows by itself: a part that stands there twice, or a base URL that is set to nothing.
enum CalledPath {
    /// A sentence about it; `nil` where nothing is to be seen.
    static func remark(in text: String) -> String? {
        let text = text.prefix(16_384)
        if let twice = doubled(in: text) {
            return """
                In the path that was called \(PrintableText.escaped(twice, limit: 60)) stands twice: the base URL has it already, so take it out \
                there.
                """
        }
        guard let name = emptyBase(in: text) else { return nil }
        return """
            \(name) is set to nothing, so the client takes its own default, another provider's API: set it, or unset it where Bedrock itself is \
            meant.
            """
    }

    /// Parts of a path that are its own beginning once more: `/v1/messages/v1/messages`, `/v1/v1/chat`.
    private static func doubled(in text: Substring) -> String? {
        for word in text.split(whereSeparator: { $0.isWhitespace || "\"'`()<>,;".contains($0) }) {
            guard word.contains("/"), word.utf8.count < 400 else { continue }
            let path = word.firstRange(of: "://").map { word[$0.upperBound...] } ?? word
            let parts = path.split(separator: "/").prefix(12)
            for count in [2, 1] where parts.count >= 2 * count {
                for start in parts.indices.dropLast(2 * count - 1) {
                    let first = parts[start..<(start + count)]
                    guard first.elementsEqual(parts[(start + count)..<(start + 2 * count)]) else { continue }
                    let shown = first.joined(separator: "/")
                    // A host, a number or a letter may well come twice.
                    let isWord = shown.count > 1 && shown.contains(where: \.isLetter) && !shown.contains(".")
                    if isWord, bases.contains(where: { first.contains($0) }) { return "/" + shown }
                }
            }
        }
        return nil
    }

    /// What base URLs end in.
    private static let bases: [Substring] = [
        "v1", "bedrock", "openai", "anthropic", "api", "messages", "model", "chat",
    ]

    private static func emptyBase(in text: Substring) -> String? {
        let names = [
            "ANTHROPIC_BEDROCK_BASE_URL", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "OPENAI_API_BASE", "base_url",
            "baseURL", "api_base",
        ]
        for line in text.split(whereSeparator: \.isNewline) {
            for name in names {
                guard let place = line.firstRange(of: name) else { continue }
                let rest = line[place.upperBound...].drop { " \"'".contains($0) }
                guard let sign = rest.first, sign == "=" || sign == ":" else { continue }
                let value = rest.dropFirst().trimmedWhitespace().trimmed(of: ",;)}")
                if value.isEmpty || value == "\"\"" || value == "''" { return name }
            }
        }
        return nil
    }
}
