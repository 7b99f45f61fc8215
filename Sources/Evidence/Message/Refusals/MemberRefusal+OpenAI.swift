import JSONText
import WireText

/// Reads `Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 1 instead.`
///
/// The OpenAI-compatible paths say so of numbers, texts and lists. Source:
/// <https://platform.openai.com/docs/guides/error-codes>, and public reports for the sentences.
extension MemberRefusal {
    static func boundsOfOpenAI(in text: String) -> [MemberRefusal] {
        var scan = PhraseScan(text)
        if scan.skip("nsupported parameter: '") != nil {
            let path = String(scan.take(to: "'"))
            return path.isEmpty || !path.allSatisfy({ isPathCharacter($0) || $0 == "_" })
                ? [] : [MemberRefusal(path, .unknown)]
        }
        scan = PhraseScan(text)
        guard scan.skip("nvalid '") != nil else { return [] }
        let path = String(scan.take(to: "'"))
        guard !path.isEmpty, path.allSatisfy({ isPathCharacter($0) || $0 == "_" }), scan.rest.hasPrefix(":") else {
            return []
        }
        let said = scan.take(to: "Expected ")
        if said.contains("below minimum value") {
            guard let limit = figure(&scan, behind: "value >") else { return [] }
            return [MemberRefusal(path, .atLeast(limit), found: figure(&scan, behind: "but got "))]
        }
        if said.contains("above maximum value") {
            guard let limit = figure(&scan, behind: "value <") else { return [] }
            return [MemberRefusal(path, .atMost(limit), found: figure(&scan, behind: "but got "))]
        }
        if said.contains("too long") || said.contains("too short") {
            guard scan.skip("length ") != nil, let limit = scan.number(), scan.skip("but got ") != nil else {
                return []
            }
            let rule: Rule = said.contains("too long") ? .lengthAtMost(limit) : .lengthAtLeast(limit)
            return [MemberRefusal(path, rule, found: scan.number())]
        }
        return []
    }

    /// The figure behind some words, `=` left out; it may have a sign and a fraction.
    private static func figure(_ scan: inout PhraseScan, behind words: String) -> String? {
        guard scan.skip(words) != nil else { return nil }
        let figure = scan.rest.drop { $0 == "=" || $0 == " " }.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        let shown = figure.trimmed(of: ".")
        return shown.isEmpty ? nil : String(shown)
    }
}
