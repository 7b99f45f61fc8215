import Codes
import Evidence
import JSONText
import Report
import WireText

/// A condition of a policy that compares letter by letter, and has a wildcard in its value: `*` fits a `*` there and nothing else.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
/// (StringEquals; ArnEquals and ArnLike both take wildcards).
enum WildcardUnderEquals {
    /// No condition has more lines.
    private static let reach = 24

    static func compare(_ call: ComparedCall) -> Comparison? {
        guard [.iamDenied, .roleDenied, .explicitDeny, .credentialsMissing, .scpDenied].contains(call.code) else {
            return nil
        }
        // A statement that could not allow what was refused does not matter, whatever its condition.
        if let action = call.error?.details.denial?.action {
            let wild = PastedPolicy.statements(in: call.lines).filter(\.hasWildcardUnderEquals)
            if !wild.isEmpty, !wild.contains(where: { $0.allows && $0.covers(action: action) }) { return nil }
        }
        for (place, line) in call.lines.enumerated() {
            guard let equals = ConditionOperator.named(in: line.text).first(where: { $0.name.comparesByLetter }) else {
                continue
            }
            let own = PastedLine(number: line.number, text: String(equals.behind))
            let below = call.lines[(place + 1)...].prefix(Self.reach).prefix { !PolicyMember.begins(in: $0.text) }
            guard let found = wildcard(in: [own] + below) else { continue }
            let isSubject = found.key.hasSuffix("sub")
            let rest = isSubject ? ", and leave aud under StringEquals" : ""
            let key = PrintableText.escaped(found.key, limit: 100)
            return Comparison(
                pasted: found.line.number == line.number ? line : found.line,
                asked: line.text.trimmedWhitespace().description,
                remedy: Remedy(
                    """
                    StringEquals compares letter by letter, so \(PrintableText.escaped(found.value, limit: 100)) fits no value that has something in the place of its wildcard: put the \
                    condition on \(key) under StringLike\(rest) (line \(found.line.number)).
                    """))
        }
        return nil
    }

    /// The first member whose value holds a wildcard, in the lines of one condition.
    private static func wildcard(in lines: [PastedLine]) -> (key: String, value: String, line: PastedLine)? {
        var depth = 0
        var key = ""
        for line in lines {
            let pieces = line.text.split(separator: "\"", omittingEmptySubsequences: false)
            for (place, piece) in pieces.enumerated() {
                guard !place.isMultiple(of: 2) else {
                    depth += piece.count { $0 == "{" } - piece.count { $0 == "}" }
                    if depth < 0 || piece.contains("}") && depth == 0 { return nil }
                    continue
                }
                let isName = pieces.indices.contains(place + 1) && pieces[place + 1].drop { $0 == " " }.hasPrefix(":")
                if isName { key = String(piece) } else if isWild(piece) { return (key, String(piece), line) }
            }
            // YAML: `token.actions.githubusercontent.com:sub: repo:OWNER/NAME:*`.
            if pieces.count == 1, let mark = line.text.ranges(of: ": ").last {
                let value = line.text[mark.upperBound...].trimmedWhitespace()
                if isWild(value) {
                    return (String(line.text[..<mark.lowerBound].trimmed(of: " -'")), String(value), line)
                }
            }
        }
        return nil
    }

    private static func isWild(_ value: some StringProtocol) -> Bool {
        value.contains("*") && value.utf8.count < 300 && !value.contains("**")
    }
}
