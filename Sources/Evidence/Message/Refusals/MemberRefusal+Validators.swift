import JSONText
import WireText

/// What the common validators of JSON say, which servers and gateways pass on as they are.
///
/// Sources: <https://docs.pydantic.dev/latest/errors/validation_errors/> (also as FastAPI and vLLM print its list),
/// <https://python-jsonschema.readthedocs.io/en/stable/errors/>, <https://ajv.js.org/api.html#validation-errors>,
/// <https://github.com/networknt/json-schema-validator/blob/master/src/main/resources/jsv-messages.properties>.
extension MemberRefusal {
    static func validators(in text: String) -> [MemberRefusal] {
        for reader in [pydanticList, pydanticLines, pythonSchema, ajv, networknt] {
            let found = reader(text)
            if !found.isEmpty { return found }
        }
        return []
    }

    // MARK: pydantic

    /// `{'type': 'missing', 'loc': ('body', 'messages', 0, 'content'), 'msg': 'Field required'}`, and the same as JSON.
    private static func pydanticList(_ text: String) -> [MemberRefusal] {
        let text = text.replacing("\\\"", with: "\"")
        var found: [MemberRefusal] = []
        var rest = text[...]
        while found.count < 24, let mark = rest.firstRange(of: "'loc'") ?? rest.firstRange(of: "\"loc\"") {
            rest = rest[mark.upperBound...]
            let open = rest.drop { ": ".contains($0) }
            guard let bracket = open.first, "([".contains(bracket) else { continue }
            let inside = open.dropFirst().prefix { !")]".contains($0) }
            let steps = inside.split(separator: ",").map { $0.trimmed(of: " '\"") }.filter { !$0.isEmpty }
            let path = steps.drop { $0 == "body" }.joined(separator: ".")
            let behind = open.dropFirst(inside.count + 1).prefix(400)
            guard !path.isEmpty, path.allSatisfy(isPathCharacter),
                let said = behind.firstRange(of: "'msg'") ?? behind.firstRange(of: "\"msg\"")
            else { continue }
            let value = behind[said.upperBound...].drop { ": ".contains($0) }
            guard let quote = value.first else { continue }
            found += pydantic(path, value.dropFirst().prefix { $0 != quote || quote == "'" && $0 == "\n" })
        }
        return found
    }

    /// A member in a line, and what is wrong in the next, which is indented and ends with `[type=...]`.
    private static func pydanticLines(_ text: String) -> [MemberRefusal] {
        guard text.contains("[type="), isOfRequest(text) else { return [] }
        let lines = text.split(whereSeparator: \.isNewline)
        return zip(lines, lines.dropFirst()).flatMap { above, said -> [MemberRefusal] in
            let path = above.trimmedWhitespace()
            guard said.first == " ", let end = said.firstRange(of: " [type="), !path.isEmpty,
                path.allSatisfy(isPathCharacter)
            else { return [] }
            let found = pydantic(String(path), Substring(said[..<end.lowerBound].trimmedWhitespace()))
            guard let value = said.firstRange(of: "input_value=") else { return found }
            let shown = said[value.upperBound...].prefix { !",]".contains($0) }.trimmed(of: "'\" ")
            return found.map { refusal in
                var refusal = refusal
                if refusal.rule != .required { refusal.found = String(shown.prefix(120)) }
                return refusal
            }
        }
    }

    /// Whether the class that was checked is one of a request: a program checks its own settings and the answers of others alike.
    private static func isOfRequest(_ text: String) -> Bool {
        guard let mark = text.firstRange(of: "validation error for ") ?? text.firstRange(of: "validation errors for ")
        else { return false }
        let name = text[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return ["Request", "Body", "Params", "Payload"].contains { name.hasSuffix($0) }
    }

    private static func pydantic(_ path: String, _ said: Substring) -> [MemberRefusal] {
        if said.hasPrefix("Extra inputs are not permitted") { return [MemberRefusal(path, .unknown)] }
        if said.hasPrefix("Field required") { return [MemberRefusal(path, .required)] }
        if said.hasPrefix("Input should be ") { return [input(path, said)] }
        if said.hasPrefix("String should ") || said.hasPrefix("List should have ") { return [size(path, said)] }
        return said.isEmpty ? [] : [MemberRefusal(path, .said(String(said)))]
    }

    // MARK: jsonschema

    /// `'max_tokens' is a required property`, `Additional properties are not allowed ('x' was unexpected)`, and the rules of values below
    /// `On instance['tools'][0]['name']`.
    private static func pythonSchema(_ text: String) -> [MemberRefusal] {
        let place = text.firstRange(of: "On instance").map { mark in
            text[mark.upperBound...].prefix { $0 != ":" && !$0.isNewline }.split { "[]'\"".contains($0) }
                .joined(separator: ".")
        }
        func inside(_ name: Substring) -> String {
            place.map { $0.isEmpty ? String(name) : "\($0).\(name)" } ?? String(name)
        }
        if let mark = text.firstRange(of: "' is a required property"),
            let name = text[..<mark.lowerBound].split(separator: "'", omittingEmptySubsequences: false).last,
            !name.isEmpty, name.allSatisfy(isPathCharacter)
        {
            return [MemberRefusal(inside(name), .required)]
        }
        if let mark = text.firstRange(of: "dditional properties are not allowed (") {
            let names = text[mark.upperBound...].prefix { $0 != ")" && !$0.isNewline }.split(separator: "'")
                .filter { !$0.isEmpty && $0.allSatisfy(isPathCharacter) }
            return names.map { MemberRefusal(inside($0), .unknown) }
        }
        guard let place, !place.isEmpty else { return [] }
        for line in text.split(whereSeparator: \.isNewline) {
            if let rule = pythonRule(line) { return [MemberRefusal(place, rule)] }
        }
        return []
    }

    private static func pythonRule(_ line: Substring) -> Rule? {
        var scan = PhraseScan(line)
        if scan.skip(" is not of type '") != nil { return .type(String(scan.take(to: "'"))) }
        if scan.skip(" is not one of [") != nil { return .oneOf(String(scan.take(to: "]").replacing("'", with: ""))) }
        if scan.skip(" is greater than the maximum of ") != nil { return scan.number().map { .atMost($0) } }
        if scan.skip(" is less than the minimum of ") != nil { return scan.number().map { .atLeast($0) } }
        if scan.skip(" does not match '") != nil { return .pattern(String(scan.take(to: "'"))) }
        return nil
    }

    // MARK: Ajv

    /// `data/messages/0/content must be string`, `/messages/0 must have required property 'content'`, and the same as members of an
    /// object.
    private static func ajv(_ text: String) -> [MemberRefusal] {
        var found: [MemberRefusal] = []
        if let mark = text.firstRange(of: "\"instancePath\":") {
            let path = text[mark.upperBound...].drop { " \"".contains($0) }.prefix { $0 != "\"" }
            if let said = text[mark.upperBound...].firstRange(of: "\"message\":") {
                let words = text[said.upperBound...].drop { " \"".contains($0) }.prefix { $0 != "\"" }
                found += [ajv(path, Substring(words))].compactMap(\.self)
            }
        }
        guard found.isEmpty else { return found }
        var rest = text[...]
        while found.count < 24, let mark = rest.firstRange(of: " must ") {
            let word =
                rest[..<mark.lowerBound].split(whereSeparator: { $0.isWhitespace || "\"'`,:[".contains($0) }).last ?? ""
            rest = rest[mark.upperBound...]
            guard
                word == "data" || word.hasPrefix("data/") || word.hasPrefix("/") || word == "body"
                    || word.hasPrefix("body/")
            else { continue }
            let path = word.hasPrefix("/") ? word : word.drop { $0 != "/" }
            found += [ajv(path, "must " + rest.prefix(160))].compactMap(\.self)
        }
        return found
    }

    private static func ajv(_ place: Substring, _ said: Substring) -> MemberRefusal? {
        let path = place.split(separator: "/").joined(separator: ".")
        var scan = PhraseScan(said)
        if said.hasPrefix("must have required property '"), scan.skip("'") != nil {
            let name = scan.take(to: "'")
            return MemberRefusal(path.isEmpty ? String(name) : "\(path).\(name)", .required)
        }
        guard !path.isEmpty, path.allSatisfy(isPathCharacter) else { return nil }
        if said.hasPrefix("must NOT have additional properties") {
            return MemberRefusal(path, .said("it has a member that is not known there"))
        }
        if said.hasPrefix("must be equal to one of the allowed values") { return MemberRefusal(path, .notListed) }
        if said.hasPrefix("must match pattern \""), scan.skip("\"") != nil {
            return MemberRefusal(path, .pattern(String(scan.take(to: "\""))))
        }
        if said.hasPrefix("must NOT have fewer than ") {
            return scan.number().map { MemberRefusal(path, .lengthAtLeast($0)) }
        }
        if said.hasPrefix("must NOT have more than ") {
            let limit = scan.number() ?? "0"
            return MemberRefusal(path, scan.rest.contains("item") ? .itemsAtMost(limit) : .lengthAtMost(limit))
        }
        if said.hasPrefix("must be <= ") { return scan.number().map { MemberRefusal(path, .atMost($0)) } }
        if said.hasPrefix("must be >= ") { return scan.number().map { MemberRefusal(path, .atLeast($0)) } }
        for kind in ["string", "object", "array", "number", "integer", "boolean"]
        where said.hasPrefix("must be \(kind)") {
            return MemberRefusal(path, .type(kind))
        }
        return nil
    }

    // MARK: networknt

    /// `$.messages[0].content: string found, array expected`, `$.tools[0].name: is missing but it is required`.
    private static func networknt(_ text: String) -> [MemberRefusal] {
        // Of a tool's schema the place stands before, and `$` is its root.
        let schema = text.firstRange(of: "schema definition at ").map { mark in
            text[mark.upperBound...].prefix { isPathCharacter($0) }.trimmed(of: ".")
        }
        let root = schema.map { "\($0)." } ?? ""
        var found: [MemberRefusal] = []
        var rest = text[...]
        while found.count < 24, let mark = rest.firstRange(of: "$.") {
            rest = rest[mark.upperBound...]
            let path = rest.prefix { isPathCharacter($0) }.trimmed(of: ".")
            let behind = rest[path.endIndex...]
            guard !path.isEmpty, behind.hasPrefix(": ") else { continue }
            let name = String(path.replacing("[", with: ".").replacing("]", with: ""))
            found += [networknt(root + name, behind.dropFirst(2).prefix(200))].compactMap(\.self)
        }
        return found
    }

    private static func networknt(_ path: String, _ said: Substring) -> MemberRefusal? {
        var scan = PhraseScan(said)
        if said.hasPrefix("is missing but it is required") { return MemberRefusal(path, .required) }
        if said.hasPrefix("is not defined in the schema") { return MemberRefusal(path, .unknown) }
        if said.hasPrefix("must be at most "), let limit = scan.number() {
            return MemberRefusal(path, .lengthAtMost(limit))
        }
        if said.hasPrefix("must have a maximum value of "), let limit = scan.number() {
            return MemberRefusal(path, .atMost(limit))
        }
        if said.hasPrefix("must have a minimum value of "), let limit = scan.number() {
            return MemberRefusal(path, .atLeast(limit))
        }
        if said.hasPrefix("does not have a value in the enumeration ["), scan.skip("[") != nil {
            return MemberRefusal(path, .oneOf(String(scan.take(to: "]").replacing("\"", with: ""))))
        }
        if said.hasPrefix("does not match the regex pattern "), scan.skip("pattern ") != nil {
            return MemberRefusal(path, .pattern(scan.take(to: "\n", "\", ", "\"}").trimmed(of: " \"").description))
        }
        guard let found = said.firstRange(of: " found, "), let wanted = said.firstRange(of: " expected") else {
            return nil
        }
        return MemberRefusal(
            path, .type(String(said[found.upperBound..<wanted.lowerBound])), found: String(said[..<found.lowerBound]))
    }
}
