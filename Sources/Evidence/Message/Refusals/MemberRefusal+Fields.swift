import JSONText
import WireText

/// Reads `messages.0.content.4.cache_control.ttl: Extra inputs are not permitted`, and sentences of Converse that name a member.
///
/// Sources: pydantic's messages, which Anthropic's models give (<https://docs.pydantic.dev/latest/errors/validation_errors/>);
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
extension MemberRefusal {
    static func fields(in text: String) -> [MemberRefusal] {
        let said = sentences(in: text)
        return said.isEmpty ? colons(in: text) : said
    }

    // MARK: PATH: what is wrong

    private static func colons(in text: String) -> [MemberRefusal] {
        var found: [MemberRefusal] = []
        var rest = text[...]
        while let colon = rest.firstRange(of: ": ") {
            let before = rest[..<colon.lowerBound]
            rest = rest[colon.upperBound...]
            let path = String(before.reversed().prefix { isPathCharacter($0) }.reversed())
            // The name of an error is no member's.
            guard let first = path.first, first.isLowercase, !ordinary.contains(path) else { continue }
            let said = rest.prefix(240)
            if said.hasPrefix("Extra inputs are not permitted") {
                found.append(MemberRefusal(path, .unknown))
            } else if said.hasPrefix("Field required") {
                found.append(MemberRefusal(path, .required))
            } else if said.hasPrefix("Input should be ") || said.hasPrefix("invalid type: ") {
                found.append(input(path, said))
            } else if said.hasPrefix("String should ") || said.hasPrefix("List should have ") {
                found.append(size(path, said))
            } else if isInRequest(path) {
                found.append(MemberRefusal(path, .said(sentence(said, isCut: said.endIndex < rest.endIndex))))
            }
        }
        return found
    }

    /// Words of a heading or a log in front of the sentence, which are no member's name: `API error: Extra inputs are not permitted`.
    private static let ordinary: Set<String> = [
        "error", "errors", "fails", "fail", "failed", "failure", "failing", "problem", "issue", "bug", "exception",
        "warning", "reason",
        "status", "response", "request", "says", "said", "returns", "returned", "throws", "got", "gets", "receiving",
        "following", "with",
        "message", "msg", "detail", "details", "description", "title", "subject", "output", "result", "api", "call",
        "bedrock", "converse",
    ]

    /// Reads `Input should be greater than or equal to 1024`, `Input should be a valid string`.
    static func input(_ path: String, _ said: Substring) -> MemberRefusal {
        var scan = PhraseScan(said.prefix { !$0.isNewline })
        if scan.skip("greater than or equal to ") != nil, let limit = scan.number() {
            return MemberRefusal(path, .atLeast(limit))
        }
        if scan.skip("less than or equal to ") != nil, let limit = scan.number() {
            return MemberRefusal(path, .atMost(limit))
        }
        if said.hasPrefix("Input should be '") { return MemberRefusal(path, .oneOf(alternatives(said))) }
        if let kind = types.first(where: { said.hasPrefix("Input should be \($0.key)") })?.value {
            return MemberRefusal(path, .type(kind))
        }
        return MemberRefusal(path, .said(sentence(said)))
    }

    /// The kinds of values in pydantic's words, as JSON has them.
    private static let types = [
        "a valid string": "string", "a valid integer": "integer", "a valid number": "number", "a valid list": "array",
        "a valid array": "array", "a valid dictionary": "object", "an object": "object", "a valid boolean": "boolean",
    ]

    /// `'low', 'medium' or 'high'`.
    private static func alternatives(_ said: Substring) -> String {
        let quoted = said.prefix { !$0.isNewline && $0 != "[" && $0 != "\"" }.split(
            separator: "'", omittingEmptySubsequences: false)
        return quoted.enumerated().filter { $0.offset % 2 == 1 && !$0.element.isEmpty }.map { String($0.element) }
            .joined(separator: ", ")
    }

    /// Reads `String should match pattern '^[a-z]$'`, `String should have at most 64 characters`, `List should have at most 8 items`.
    static func size(_ path: String, _ said: Substring) -> MemberRefusal {
        var scan = PhraseScan(said.prefix { !$0.isNewline })
        if scan.skip("match pattern '") != nil { return MemberRefusal(path, .pattern(String(scan.take(to: "'")))) }
        if scan.skip("at most ") != nil, let limit = scan.number() { return MemberRefusal(path, .lengthAtMost(limit)) }
        if scan.skip("at least ") != nil, let limit = scan.number() {
            return MemberRefusal(path, .lengthAtLeast(limit))
        }
        return MemberRefusal(path, .said(sentence(said)))
    }

    /// Whether a path leads into a request: by the names of its first member, and of a place in a list.
    private static func isInRequest(_ path: String) -> Bool {
        let parts = path.split { "./[]".contains($0) }
        guard parts.count > 1, let first = parts.first else { return false }
        return ["messages", "tools", "system", "thinking", "toolConfig", "output_config", "inferenceConfig"]
            .contains(String(first))
    }

    /// The sentence up to its end: of the text, of the body that holds it, of the exception that .NET or Java prints behind it.
    private static func sentence(_ written: Substring, isCut: Bool = false) -> String {
        let said = isCut ? whole(written) : written
        var scan = PhraseScan(said)
        let whole = scan.take(to: "\"}", "\\\"}", ". Received Model", "\n\n", "--->", " (Service: ")
        var text = ""
        for line in whole.split(whereSeparator: \.isNewline).map({ $0.trimmedWhitespace() }) {
            // A line that ends a sentence ends it; one that does not was broken.
            // So does a line that begins the next record of a log.
            guard text.isEmpty || !".!?".contains(text.last ?? ".") && !line.hasPrefix("["), !line.hasPrefix("at ")
            else {
                break
            }
            text += (text.isEmpty ? "" : " ") + line
        }
        return text
    }

    /// Without the sentence, or the last item of a list, in which a text was cut at the length that is looked at.
    private static func whole(_ said: Substring) -> Substring {
        guard !".!?\"".contains(said.last ?? ".") else { return said }
        if let stop = said.ranges(of: ". ").last { return said[..<said.index(after: stop.lowerBound)] }
        return said.lastIndex(of: ",").map { said[..<$0] } ?? said
    }

    // MARK: Sentences of Converse

    private static func sentences(in text: String) -> [MemberRefusal] {
        var scan = PhraseScan(text)
        if scan.skip("support the ") != nil, scan.rest.contains(" field. Remove ") {
            let path = scan.take(to: " field. Remove ")
            if path.allSatisfy(isPathCharacter) { return [MemberRefusal(String(path), .unsupported)] }
        }
        for (mark, end) in [
            ("The text field in the ContentBlock object at ", " is blank"),
            ("The format of the value at ", " is invalid"), ("The value at ", " "), ("The content field at ", " "),
            ("The number of toolResult blocks at ", " exceeds"), ("The toolResult blocks at ", " contain"),
            ("Expected toolResult blocks at ", " "),
        ] {
            scan = PhraseScan(text)
            guard scan.skip(mark) != nil else { continue }
            let path = scan.take(to: end).trimmed(of: ".,:")
            guard !path.isEmpty, path.allSatisfy(isPathCharacter) else { continue }
            if scan.rest.hasPrefix("must be one of the following: ") {
                var values = PhraseScan(scan.rest.dropFirst(30))
                return [
                    MemberRefusal(String(path), .oneOf(values.take(to: ". ", ".\n", " (").trimmed(of: ".").description))
                ]
            }
            return [
                MemberRefusal(
                    String(path),
                    .said(
                        sentence(
                            Substring("\(mark)\(path)\(end)\(scan.rest.prefix(200))"), isCut: scan.rest.count > 200)))
            ]
        }
        return []
    }
}
