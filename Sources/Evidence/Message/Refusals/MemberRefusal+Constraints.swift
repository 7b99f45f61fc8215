import JSONText
import WireText

/// Reads `Value 'x y' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint: Member must ...`.
///
/// Source: the text of every AWS service that checks its model's constraints,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html> (ValidationError).
extension MemberRefusal {
    private static let mark = " failed to satisfy constraint: "

    static func constraints(in text: String) -> [MemberRefusal] {
        let found = refusals(in: text)
        guard found.isEmpty, text.contains("failed to") else { return found }
        // A program that wraps its lines breaks them anywhere in the sentence.
        return refusals(in: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private static func refusals(in text: String) -> [MemberRefusal] {
        var found: [MemberRefusal] = []
        // A client may break the line before the rule.
        let text = text.replacing("constraint:\n", with: "constraint: ")
        var rest = text[...]
        while let range = rest.firstRange(of: mark) {
            let before = rest[..<range.lowerBound]
            rest = rest[range.upperBound...]
            guard let (path, value) = subject(before), var rule = rule(rest, of: value) else { continue }
            // Of a list it is the items that are counted.
            if case .lengthAtMost(let limit) = rule, value?.hasPrefix("[") ?? false { rule = .itemsAtMost(limit) }
            found.append(MemberRefusal(path, rule, found: value))
        }
        return found
    }

    /// Reads `Value 'V' at 'PATH'`, `Value at 'PATH'`, `Value null at 'PATH'`, at the end of a text.
    private static func subject(_ before: Substring) -> (path: String, value: String?)? {
        guard before.last == "'", let open = before.dropLast().lastIndex(of: "'") else { return nil }
        let path = before[before.index(after: open)...].dropLast()
        let head = before[..<open]
        guard head.hasSuffix(" at "), let value = head.ranges(of: "Value").last else { return nil }
        let written = head[value.upperBound...].dropLast(4).trimmed(of: " '\"")
        return (String(path), written.isEmpty || written == "null" ? nil : String(written))
    }

    /// Of the items of a list or a map each constraint stands in brackets, of which the value breaks one:
    /// `Member must satisfy constraint: [Member must have length less than or equal to 64, Member must satisfy ...]`.
    private static func rule(_ said: Substring, of value: String?) -> Rule? {
        let mark = "Member must satisfy constraint: ["
        guard said.hasPrefix(mark) else { return rule(said) }
        let rules = said.dropFirst(mark.count).prefix(2_000).ranges(of: "Member must ").compactMap { range in
            rule(said[range.lowerBound...])
        }
        guard let last = rules.first(where: { isBroken($0, by: value) }) ?? rules.last else { return nil }
        // The bracket that ends the list is none of the pattern's.
        guard case .pattern(let pattern) = last, pattern.hasSuffix("]"),
            pattern.count(where: { $0 == "[" }) < pattern.count(where: { $0 == "]" })
        else { return last }
        return .pattern(String(pattern.dropLast()))
    }

    private static func isBroken(_ rule: Rule, by value: String?) -> Bool {
        guard let value else { return false }
        switch rule {
        case .lengthAtMost(let limit): return Int(limit).map { value.count > $0 } ?? false
        case .lengthAtLeast(let limit): return Int(limit).map { value.count < $0 } ?? false
        case .atMost(let limit): return Double(limit).flatMap { most in Double(value).map { $0 > most } } ?? false
        case .atLeast(let limit): return Double(limit).flatMap { least in Double(value).map { $0 < least } } ?? false
        default: return false
        }
    }

    private static func rule(_ said: Substring) -> Rule? {
        var scan = PhraseScan(said.prefix(600))
        guard scan.skip("Member must ") != nil else { return nil }
        let rest = scan.rest
        if rest.hasPrefix("have length less than or equal to") { return scan.number().map { .lengthAtMost($0) } }
        if rest.hasPrefix("have length greater than or equal to") { return scan.number().map { .lengthAtLeast($0) } }
        if rest.hasPrefix("have value less than or equal to") { return scan.number().map { .atMost($0) } }
        if rest.hasPrefix("have value greater than or equal to") { return scan.number().map { .atLeast($0) } }
        if rest.hasPrefix("not be null") { return .required }
        if scan.skip("enum value set: ") != nil {
            // The last value of a list that was cut may be a part of one.
            let isCut = scan.rest.hasPrefix("[") && !scan.rest.contains("]")
            let list = scan.take(to: "]")
            let whole = isCut ? list[..<(list.lastIndex(of: ",") ?? list.startIndex)] : list
            let values = whole.trimmed(of: "[ ").description
            return values.isEmpty ? .notListed : .oneOf(values)
        }
        if scan.skip("regular expression pattern: ") != nil {
            return .pattern(scan.take(to: "; ", "\n", "\"}", "\\\"", " (Service:").trimmed(of: " .\"'").description)
        }
        return nil
    }
}
