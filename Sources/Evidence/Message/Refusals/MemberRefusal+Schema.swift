import JSONText
import WireText

/// Reads `Malformed input request: #/texts/0: expected maxLength: 2048, actual: 8575#: extraneous key [chat_id] is not permitted`.
///
/// A model's own body is checked against a JSON schema, and every fault begins with `#`, the root; a single fault at the
/// root stands without it.
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
extension MemberRefusal {
    static func schemaFaults(in written: String) -> [MemberRefusal] {
        // A terminal or an issue breaks the sentence at its blanks.
        let text = written.replacing("\n", with: " ")
        guard let start = text.firstRange(of: "#: ")?.lowerBound ?? text.firstRange(of: "#/")?.lowerBound else {
            guard let mark = text.firstRange(of: "alformed input request: ") else { return [] }
            return [fault(at: "", said: text[mark.upperBound...])].compactMap(\.self)
        }
        let faults: [(path: String, said: Substring)] = text[start...].split(separator: "#").compactMap { piece in
            guard let colon = piece.firstRange(of: ": ") else { return nil }
            let path = piece[..<colon.lowerBound].trimmed(of: "/")
            return (String(path.replacing("/", with: ".")), piece[colon.upperBound...])
        }
        let found = faults.compactMap { fault(at: $0.path, said: $0.said) }
        // The schema is a choice of forms: that the body is not of one of them tells only where no other fault is told.
        return found.isEmpty ? faults.compactMap { otherForm(at: $0.path, said: $0.said) } : found
    }

    /// `subject must not be valid against schema {"required":["messages"]}`: `messages` is there, and must not be.
    private static func otherForm(at path: String, said: Substring) -> MemberRefusal? {
        var scan = PhraseScan(said)
        guard said.hasPrefix("subject must not be valid against schema"), scan.skip("required") != nil,
            scan.skip("[") != nil
        else { return nil }
        let name = scan.take(to: "]").trimmed(of: "\\\" ").description
        return MemberRefusal(path.isEmpty ? name : "\(path).\(name)", .unknown)
    }

    private static func fault(at path: String, said: Substring) -> MemberRefusal? {
        let inside = { (name: Substring) in path.isEmpty ? String(name) : "\(path).\(name)" }
        var scan = PhraseScan(said)
        if scan.skip("extraneous key [") != nil { return MemberRefusal(inside(scan.take(to: "]")), .unknown) }
        if scan.skip("required key [") != nil { return MemberRefusal(inside(scan.take(to: "]")), .required) }
        // The root of a model's own body may be its text.
        let path = path.isEmpty ? "the input" : path
        if scan.skip("expected type: ") != nil {
            let wanted = scan.take(to: ", found: ")
            return MemberRefusal(path, .type(String(wanted)), found: word(&scan))
        }
        if let limit = limit(&scan, "expected maximum item count: ") {
            return MemberRefusal(path, .itemsAtMost(limit), found: scan.number())
        }
        if let limit = limit(&scan, "expected maxLength: ") {
            return MemberRefusal(path, .lengthAtMost(limit), found: scan.number())
        }
        if let limit = limit(&scan, "expected minLength: ", "expected minimum item count: ") {
            return MemberRefusal(path, .lengthAtLeast(limit), found: scan.number())
        }
        scan = PhraseScan(said)
        if scan.skip("string [") != nil {
            let value = scan.take(to: "] does not match pattern ")
            if !scan.rest.isEmpty {
                return MemberRefusal(
                    path, .pattern(scan.take(to: ", please", "\n", "#").trimmed(of: " .\"").description),
                    found: String(value))
            }
        }
        if let mark = said.firstRange(of: " is not a valid enum value") {
            let value = said[..<mark.lowerBound].trimmed(of: " \"'")
            // A clause is short: more is another text with the same words in it.
            if value.utf8.count <= 80 { return MemberRefusal(path, .notListed, found: String(value)) }
        }
        for (words, isMost) in [("is not less or equal to ", true), ("is not greater or equal to ", false)] {
            guard let range = said.firstRange(of: words) else { continue }
            let value = said[..<range.lowerBound].trimmedWhitespace()
            let limit = said[range.upperBound...].prefix { $0.isNumber || $0 == "." || $0 == "-" }.trimmed(of: ".")
            return MemberRefusal(path, isMost ? .atMost(String(limit)) : .atLeast(String(limit)), found: String(value))
        }
        return nil
    }

    private static func limit(_ scan: inout PhraseScan, _ marks: String...) -> String? {
        for mark in marks where scan.skip(mark) != nil { return scan.number() }
        return nil
    }

    private static func word(_ scan: inout PhraseScan) -> String {
        scan.take(to: ",", " ").trimmed(of: ".\"").description
    }
}
