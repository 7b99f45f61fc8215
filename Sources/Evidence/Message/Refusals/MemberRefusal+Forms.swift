import JSONText
import WireText

/// Reads `Tool call id was call_a-1 but must be a-z, A-Z, 0-9, with a length of 9`, `toolUseId must match pattern '^[a-z]+$'`.
///
/// Source: Mistral's models, <https://docs.mistral.ai/capabilities/function_calling>, and libraries that check what they send.
extension MemberRefusal {
    /// What a member of a request is called in a sentence; of anything else, such as a region, such a sentence is no refusal of a body.
    private static let nouns = [
        "tool", "message", "content", "role", "image", "document", "schema", "temperature", "top_p", "top_k", "topp",
        "topk", "max_tokens", "maxtokens", "stop", "budget", "cachepoint", "embedding", "dimension", "inputtext",
        "input_type", "effort", "thinking",
    ]

    static func forms(in text: String) -> [MemberRefusal] {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for reader in [valueAndRule, patternAlone, lengthAlone] {
            if let refusal = reader(plain) { return [refusal] }
        }
        return []
    }

    /// `X was V but must be RULE`.
    private static func valueAndRule(_ text: String) -> MemberRefusal? {
        // A person tells of what is and should be otherwise; a check has measured.
        for mark in [" but must be ", " but must match ", ", but must be "] {
            guard let middle = text.firstRange(of: mark) else { continue }
            let before = text[..<middle.lowerBound].suffix(240)
            guard let verb = before.ranges(of: " was ").last, let member = subject(before[..<verb.lowerBound]) else {
                continue
            }
            let written = before[verb.upperBound...]
            let value = written.trimmed(of: " '\"`,")
            let isQuoted = written.first.map { "'\"`".contains($0) } ?? false
            guard !value.isEmpty, value.count <= 120, isQuoted || !value.contains(" ") else { continue }
            return MemberRefusal(member, rule(text[middle.upperBound...]), found: String(value))
        }
        return nil
    }

    /// `X must match pattern '^[a-z]+$'`, with or without its value in front.
    private static func patternAlone(_ text: String) -> MemberRefusal? {
        for mark in [
            " must match pattern ", " must match the pattern ", " must match regex ", " does not match pattern ",
        ] {
            guard let middle = text.firstRange(of: mark) else { continue }
            var before = text[..<middle.lowerBound].suffix(240)
            var value: Substring?
            // `tool name 'a b' must match`
            if let last = before.last, "'\"`".contains(last), let open = before.dropLast().lastIndex(of: last) {
                value = before[before.index(after: open)...].dropLast()
                before = before[..<open]
            }
            guard let member = subject(before.trimmed(of: " :(")) else { continue }
            let pattern = text[middle.upperBound...].drop { ": '\"`/".contains($0) }.prefix { !" '\"`,".contains($0) }
                .trimmed(of: "./")
            guard !pattern.isEmpty else { continue }
            return MemberRefusal(member, .pattern(String(pattern)), found: value.map(String.init))
        }
        return nil
    }

    /// `X: expected 9 characters, got 24`, `X must be exactly 9 characters`.
    private static func lengthAlone(_ text: String) -> MemberRefusal? {
        for mark in [": expected ", " must be exactly ", " must have exactly "] {
            guard let middle = text.firstRange(of: mark), let member = subject(text[..<middle.lowerBound].suffix(120))
            else {
                continue
            }
            var scan = PhraseScan(text[middle.upperBound...].prefix(80))
            guard scan.rest.first?.isNumber == true || scan.rest.hasPrefix("exactly "), let length = scan.number(),
                scan.rest.hasPrefix(" char") || scan.rest.hasPrefix(" alphanumeric")
            else { continue }
            let found = scan.skip("got ") != nil ? scan.number().map { "\($0) characters" } : nil
            let isPlain = text[middle.upperBound...].prefix(60).contains("alphanumeric")
            return MemberRefusal(
                member, isPlain ? .pattern("^[a-zA-Z0-9]{\(length)}$") : .form("exactly \(length) characters long"),
                found: found)
        }
        return nil
    }

    /// The member that ends a text: up to five words behind the last stop, one of which is of a request.
    private static func subject(_ before: some StringProtocol) -> String? {
        let clause = before.split { ":;\"(>{".contains($0) }.last.map { Substring($0) } ?? Substring(before)
        let sentence = clause.ranges(of: ". ").last.map { clause[$0.upperBound...] } ?? clause
        let words = sentence.split(separator: " ").suffix(5).map { $0.trimmed(of: "'`,.*") }.filter { !$0.isEmpty }
        guard !words.isEmpty else { return nil }
        let lower = words.map { $0.lowercased() }
        guard
            let first = lower.firstIndex(where: { word in
                nouns.contains { word.hasPrefix($0) || word.contains("." + $0) }
            })
        else { return nil }
        let name = words[first...].joined(separator: " ")
        return name.utf8.count <= 100 ? name : nil
    }

    /// What is allowed: a pattern where ranges of characters and a length are told, else the words.
    private static func rule(_ said: Substring) -> Rule {
        var scan = PhraseScan(said.prefix(240))
        let words = scan.take(to: ". ", "\"", "\\", "}", "' ", " (").trimmed(of: " .'`")
        let ranges = ["a-z", "A-Z", "0-9"].filter { words.contains($0) }
        guard !ranges.isEmpty else { return .form(String(words)) }
        var length = PhraseScan(words)
        let count = length.skip("length of ") != nil ? length.number() : nil
        return .pattern("^[\(ranges.joined())]\(count.map { "{\($0)}" } ?? "+")$")
    }

    /// Whether the member is the id of a tool's call, however it is called.
    package var isToolCallID: Bool {
        let name = path.lowercased().filter { $0.isLetter || $0 == "." || $0 == " " || $0 == "_" }
        guard name.contains("tool") else { return false }
        return leaf == "id"
            || ["tool call id", "tool_call_id", "toolcallid", "tooluseid", "tool_use_id", "tool use id"]
                .contains { name.hasSuffix($0) }
    }
}
