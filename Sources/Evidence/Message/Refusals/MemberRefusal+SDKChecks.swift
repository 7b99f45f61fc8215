import JSONText
import WireText

/// What SDKs other than botocore refuse before anything is sent.
///
/// Sources: <https://github.com/aws/aws-sdk-ruby/blob/version-3/gems/aws-sdk-core/lib/aws-sdk-core/param_validator.rb>,
/// <https://github.com/aws/smithy-go/blob/main/validation.go>, <https://github.com/aws/aws-sdk-php/blob/master/src/Api/Validator.php>,
/// <https://github.com/aws/aws-sdk-js/blob/master/lib/param_validator.js>,
/// <https://github.com/smithy-lang/smithy-typescript> (labels of paths),
/// <https://github.com/smithy-lang/smithy-rs> (`BuildError`), <https://github.com/aws/aws-sdk-java-v2> (`Validate`), and the checks of
/// paths in the AWS SDK for .NET.
extension MemberRefusal {
    /// What one line says of one member.
    static func sdkCheck(_ line: Substring) -> MemberRefusal? {
        ruby(line) ?? smithyGo(line) ?? php(line) ?? javaScript(line) ?? others(line)
    }

    /// `unexpected value at params[:x]`, `missing required parameter params[:x][0][:y]`, `expected params[:x] to be a Hash, got value ...`.
    private static func ruby(_ line: Substring) -> MemberRefusal? {
        guard let place = line.firstRange(of: "params[") else { return nil }
        let path = members(line[place.upperBound...].prefix { !$0.isWhitespace && $0 != "," && $0 != "(" })
        guard !path.isEmpty else { return nil }
        let before = line[..<place.lowerBound]
        if before.hasSuffix("unexpected value at ") { return MemberRefusal(path, .unknown) }
        if before.hasSuffix("missing required parameter ") { return MemberRefusal(path, .required) }
        if before.hasSuffix("expected ") {
            var scan = PhraseScan(line[place.upperBound...])
            guard scan.skip(" to be ") != nil else { return nil }
            let wanted = scan.take(to: ", got ")
            let found = scan.take(to: " instead")
            return MemberRefusal(path, .type(String(wanted)), found: String(found))
        }
        return nil
    }

    /// `:a][:b][0` as `a.b.0`.
    private static func members(_ text: Substring) -> String {
        text.split { "[]".contains($0) }.map { $0.trimmed(of: ":.'\" ") }.filter { !$0.isEmpty }.joined(separator: ".")
    }

    /// `- missing required field, ConverseInput.Messages.`, `- minimum field size of 1, ConverseInput.ModelId.`.
    private static func smithyGo(_ line: Substring) -> MemberRefusal? {
        for mark in ["missing required field, ", "minimum field size of ", "minimum field value of "] {
            guard let found = line.firstRange(of: mark) else { continue }
            var rest = line[found.upperBound...]
            let limit = mark.hasPrefix("missing") ? "" : String(rest.prefix { $0.isNumber })
            if !limit.isEmpty { rest = rest.dropFirst(limit.count).drop { ", ".contains($0) } }
            let whole = rest.prefix { isPathCharacter($0) }.trimmed(of: ".")
            // The operation's own structure stands before its members.
            let path = whole.split(separator: ".").dropFirst().joined(separator: ".")
            guard !path.isEmpty else { return nil }
            return MemberRefusal(path, mark.hasPrefix("missing") ? .required : .lengthAtLeast(limit))
        }
        return nil
    }

    /// `[messages][0][role] is missing and is a required parameter`, `[modelId] must be a string or an object that ... Found array(1)`,
    /// `[modelId] expected string length to be >= 1, but found string length of 0`.
    private static func php(_ line: Substring) -> MemberRefusal? {
        let text = line.drop { $0 == " " || $0 == "\t" || $0 == "-" }
        guard text.first == "[" else { return nil }
        let head = text.prefix { $0 != " " }
        let path = members(head)
        let rest = text.dropFirst(head.count)
        guard !path.isEmpty, head.last == "]" else { return nil }
        if rest.hasPrefix(" is missing and is a required parameter") { return MemberRefusal(path, .required) }
        if rest.hasPrefix(" must be ") {
            var scan = PhraseScan(rest.dropFirst(9))
            let wanted = scan.take(to: ". Found ", ", but found ", " Found ")
            return MemberRefusal(path, .type(String(wanted)), found: String(scan.rest.prefix(60)))
        }
        if rest.hasPrefix(" expected ") {
            var scan = PhraseScan(rest)
            let isLeast = rest.contains(">= ")
            guard scan.skip(isLeast ? ">= " : "<= ") != nil, let limit = scan.number() else { return nil }
            return MemberRefusal(path, isLeast ? .lengthAtLeast(limit) : .lengthAtMost(limit), found: scan.number())
        }
        return nil
    }

    /// `Missing required key 'modelId' in params`, `Unexpected key 'x' found in params.a`, `Expected params.x to be a string`,
    /// `No value provided for input HTTP label: modelId.`.
    private static func javaScript(_ line: Substring) -> MemberRefusal? {
        for mark in ["No value provided for input HTTP label: ", "Empty value provided for input HTTP label: "] {
            guard let found = line.firstRange(of: mark) else { continue }
            return MemberRefusal(
                line[found.upperBound...].prefix { isPathCharacter($0) }.trimmed(of: ".").description, .required)
        }
        let keys: [(mark: String, place: String, rule: Rule)] = [
            ("Missing required key '", "' in params", .required), ("Unexpected key '", "' found in params", .unknown),
        ]
        for key in keys {
            guard line.contains(key.place) else { continue }
            var scan = PhraseScan(line)
            guard scan.skip(key.mark) != nil else { continue }
            let name = scan.take(to: key.place)
            let parent = scan.rest.prefix { isPathCharacter($0) }.trimmed(of: ".[]")
            return MemberRefusal(parent.isEmpty ? String(name) : "\(parent).\(name)", key.rule)
        }
        guard let found = line.firstRange(of: "Expected params.") else { return nil }
        var scan = PhraseScan(line[found.upperBound...])
        let path = scan.take(to: " to be ")
        guard !scan.rest.isEmpty, path.allSatisfy(isPathCharacter) else { return nil }
        return MemberRefusal(String(path), .type(scan.take(to: ",", "\n").trimmed(of: ". ").description))
    }

    /// Rust: `` `model_id` was missing: cannot be empty or unset``, `MissingField { field: "model_id", ...`; .NET: `Request object does not
    /// have required field ModelId set`; Go, of a label of the path: `input member modelId must not be empty`; Java: `Parameter 'modelId' must not be null`, `messages must not be null`.
    private static func others(_ line: Substring) -> MemberRefusal? {
        for (mark, end) in [
            ("Request object does not have required field ", " set"), ("MissingField { field: \"", "\""),
            ("Parameter '", "' must not be null"), ("input member ", " must not be empty"),
        ] {
            var scan = PhraseScan(line)
            guard scan.skip(mark) != nil, scan.rest.contains(end) else { continue }
            let name = scan.take(to: end)
            if !name.isEmpty, name.allSatisfy(isPathCharacter) { return MemberRefusal(String(name), .required) }
        }
        if let refusal = built(line) { return refusal }
        guard let found = line.firstRange(of: "` was missing: ") else { return nil }
        let name = line[..<found.lowerBound].reversed().prefix { isPathCharacter($0) }.reversed()
        return name.isEmpty ? nil : MemberRefusal(String(name), .required)
    }

    /// Rust's BuildError as it prints: `content was missing: content was not specified but it is required when building ToolResultBlock`.
    private static func built(_ line: Substring) -> MemberRefusal? {
        let mark = " was not specified but it is required when building "
        guard let found = line.firstRange(of: mark) else { return nil }
        let name = String(line[..<found.lowerBound].reversed().prefix { isPathCharacter($0) }.reversed())
        let block = line[found.upperBound...].prefix { $0.isLetter || $0.isNumber }
        return name.isEmpty || block.isEmpty ? nil : MemberRefusal("\(block).\(name)", .required)
    }
}
