import JSONText
import WireText

/// What botocore refuses before anything is sent.
///
/// Source: <https://github.com/boto/botocore/blob/develop/botocore/validate.py>.
extension MemberRefusal {
    static func clientChecks(in text: String) -> [MemberRefusal] {
        var found: [MemberRefusal] = []
        for line in lines(of: text) {
            if let refusal = bounds(line) ?? wrongType(line) ?? missing(line) ?? unknown(line) ?? sdkCheck(line) {
                found.append(refusal)
            }
        }
        return found
    }

    /// The lines as they were printed: a terminal that wraps them breaks a list of members behind a comma.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if let last = lines.last, last.contains("must be one of: "), last.trimmedWhitespace().hasSuffix(","),
                !line.contains("Unknown parameter in ")
            {
                lines[lines.count - 1] = "\(last.trimmedWhitespace()) \(line.trimmedWhitespace())"[...]
            } else {
                lines.append(line)
            }
        }
        return lines
    }

    /// Reads `Invalid length for parameter P, value: 0, valid min length: 1`, and the same of a range.
    private static func bounds(_ line: Substring) -> MemberRefusal? {
        var scan = PhraseScan(line)
        guard scan.skip("Invalid length for parameter ") != nil || scan.skip("Invalid range for parameter ") != nil
        else { return nil }
        let isLength = line.contains("Invalid length")
        let path = scan.take(to: ", value: ")
        let value = scan.take(to: ", valid ")
        let isMin = scan.rest.hasPrefix("min")
        guard let limit = scan.number() else { return nil }
        let rule: Rule =
            switch (isLength, isMin) {
            case (true, true): .lengthAtLeast(limit)
            case (true, false): .lengthAtMost(limit)
            case (false, true): .atLeast(limit)
            case (false, false): .atMost(limit)
            }
        return MemberRefusal(String(path), rule, found: String(value))
    }

    /// Reads `Invalid type for parameter P, value: V, type: <class 'str'>, valid types: <class 'dict'>`.
    private static func wrongType(_ line: Substring) -> MemberRefusal? {
        var scan = PhraseScan(line)
        guard scan.skip("Invalid type for parameter ") != nil else { return nil }
        let path = scan.take(to: ", value: ")
        let value = scan.take(to: ", type: ")
        guard scan.skip("valid types: ") != nil else { return nil }
        let types = scan.rest.split(separator: ",").map { $0.trimmed(of: " <>'.").replacing("class '", with: "") }
        return MemberRefusal(String(path), .type(types.joined(separator: ", ")), found: String(value))
    }

    /// Reads `Missing required parameter in input: "messages"`.
    private static func missing(_ line: Substring) -> MemberRefusal? {
        var scan = PhraseScan(line)
        guard scan.skip("Missing required parameter in ") != nil else { return nil }
        let parent = scan.take(to: ": ")
        return MemberRefusal(joined(parent, scan.take(to: "\\n", ",").trimmed(of: " \"'")), .required)
    }

    /// Reads `Unknown parameter in input: "system_prompt", must be one of: modelId, messages, ...`.
    private static func unknown(_ line: Substring) -> MemberRefusal? {
        var scan = PhraseScan(line)
        guard scan.skip("Unknown parameter in ") != nil else { return nil }
        let parent = scan.take(to: ": ")
        let name = scan.take(to: ", must be one of: ").trimmed(of: " \"'")
        let known = scan.rest.trimmedWhitespace()
        return MemberRefusal(joined(parent, name), known.isEmpty ? .unknown : .unknownAmong(String(known)))
    }

    private static func joined(_ parent: Substring, _ name: Substring) -> String {
        parent == "input" ? String(name) : "\(parent).\(name)"
    }
}
