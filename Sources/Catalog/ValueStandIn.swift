import JSONText

/// A word that a person wrote in the place of a value that is nobody's business: `<account>`, `{account-id}`, `XXXX`, `***`, `...`.
///
/// Every value that is not shown may be any, and in a policy the wildcard says so
/// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>).
package enum ValueStandIn {
    /// The longest name that is put between brackets.
    private static let longest = 40

    private static let brackets: [Character: Character] = ["<": ">", "{": "}", "[": "]"]

    /// Whether a whole value only stands for one.
    package static func stands(for value: some StringProtocol) -> Bool {
        let bare = value.trimmed(of: ".\u{2026}")
        if bare.isEmpty { return !value.isEmpty }
        if bare.allSatisfy({ "*#xX-_?.\u{2026}\u{2588}\u{2022}".contains($0) }) {
            return bare.count >= 3 || bare.allSatisfy { "*#?".contains($0) }
        }
        return bare.first { $0 != "$" }.flatMap { brackets[$0] }.map { $0 == bare.last } ?? false
    }

    /// A value with a wildcard in the place of each stand-in, also where one is only a part of it: `role-{id}`.
    package static func asWildcard(_ value: String) -> String {
        if stands(for: value) { return "*" }
        var text = ""
        var rest = Substring(value)
        while let character = rest.first {
            let start = character == "$" ? rest.dropFirst() : rest
            if let end = Self.end(of: start) {
                text += "*"
                rest = rest[end...]
            } else if rest.hasPrefix("...") || character == "\u{2026}" {
                text += "*"
                rest = rest.drop { $0 == "." || $0 == "\u{2026}" }
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// Behind a name in brackets at the beginning of a text; `nil` where none begins there.
    static func end(of text: Substring) -> Substring.Index? {
        guard let close = text.first.flatMap({ brackets[$0] }) else { return nil }
        let name = text.dropFirst().prefix(longest + 1).prefix {
            $0.isLetter || $0.isNumber || "-_ :.*#".contains($0)
        }
        guard !name.isEmpty, name.count <= longest, name.endIndex < text.endIndex, text[name.endIndex] == close else {
            return nil
        }
        return text.index(after: name.endIndex)
    }

    /// The pieces of a text between blanks, quotes and brackets; brackets in an ARN that hold the name of a value part nothing.
    static func chunks(of text: String) -> [Substring] {
        var chunks: [Substring] = []
        var start = text.startIndex
        var place = start
        while place < text.endIndex {
            let character = text[place]
            guard character.isWhitespace || "\"'`,;()[]{}<>".contains(character) else {
                place = text.index(after: place)
                continue
            }
            if brackets[character] != nil, isValue(text[start..<place]), let end = end(of: text[place...]) {
                place = end
                continue
            }
            if start < place { chunks.append(text[start..<place]) }
            place = text.index(after: place)
            start = place
        }
        if start < place { chunks.append(text[start...]) }
        return chunks
    }

    /// Whether a value, or a part of one, is due behind the beginning of an ARN; a tag behind a whole name is none.
    private static func isValue(_ before: Substring) -> Bool {
        guard let last = before.last, ":/-_$.".contains(last) else { return false }
        return before.contains("arn:")
    }
}

extension ResourceName {
    /// The name as a policy may have it: what the text does not show is any.
    package var pattern: String {
        let isNumber = account.count == 12 && account.allSatisfy(\.isNumber)
        let owner = account.isEmpty || isNumber || account == "aws" ? account : "*"
        let isRegion = region.isEmpty || RegionCatalog.looksLikeRegion(region)
        let rest = resource.split(separator: "/", omittingEmptySubsequences: false)
            .map { ValueStandIn.asWildcard(String($0)) }
            .joined(separator: "/")
        let isCut = rest.isEmpty || rest.hasSuffix("/")
        return "arn:\(partition):\(service):\(isRegion ? region : "*"):\(owner):\(rest)\(isCut ? "*" : "")"
    }
}
