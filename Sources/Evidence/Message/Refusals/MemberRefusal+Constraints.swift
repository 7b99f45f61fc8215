import JSONText
import WireText

/// Reads `Value 'x y' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy constraint: Member must ...`.
///
/// Source: the text of every AWS service that checks its model's constraints,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html> (ValidationError).
extension MemberRefusal {
    private static let mark = " failed to satisfy constraint: "

    static func constraints(in text: String) -> [MemberRefusal] {
        var found: [MemberRefusal] = []
        // A client may break the line before the rule.
        let text = text.replacing("constraint:\n", with: "constraint: ")
        var rest = text[...]
        while let range = rest.firstRange(of: mark) {
            let before = rest[..<range.lowerBound]
            rest = rest[range.upperBound...]
            guard let (path, value) = subject(before), var rule = rule(rest) else { continue }
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

    private static func rule(_ said: Substring) -> Rule? {
        var scan = PhraseScan(said.prefix(600))
        guard scan.skip("Member must ") != nil else { return nil }
        let rest = scan.rest
        if rest.hasPrefix("have length less than or equal to") { return scan.number().map { .lengthAtMost($0) } }
        if rest.hasPrefix("have length greater than or equal to") { return scan.number().map { .lengthAtLeast($0) } }
        if rest.hasPrefix("have value less than or equal to") { return scan.number().map { .atMost($0) } }
        if rest.hasPrefix("have value greater than or equal to") { return scan.number().map { .atLeast($0) } }
        if rest.hasPrefix("not be null") { return .required }
        if scan.skip("enum value set: ") != nil { return .oneOf(scan.take(to: "]").trimmed(of: "[ ").description) }
        if scan.skip("regular expression pattern: ") != nil {
            return .pattern(scan.take(to: "; ", "\n", "\"}", "\\\"", " (Service:").trimmed(of: " .\"'").description)
        }
        return nil
    }
}
