import Codes
import JSONText

/// What the service model does not allow, as faults: what was expected and what stands there.
enum ShapeFaults {
    /// The faults of violations; of many of one kind the first.
    static func faults(_ violations: [ShapeViolation]) -> [RequestFault] {
        var order: [Kind] = []
        var kinds: [Kind: FaultTally] = [:]
        for violation in uncovered(violations) {
            let kind = Kind(violation)
            if kinds[kind] == nil { order.append(kind) }
            kinds[kind, default: FaultTally()].add(fault(violation))
        }
        return order.flatMap { kinds[$0]?.listed ?? [] }
    }

    /// The rule and the member's name: the same slip is often made in every message.
    private struct Kind: Hashable {
        let rule: String
        let name: JSONPath.Step?

        init(_ violation: ShapeViolation) {
            rule = ShapeFaults.rule(violation.rule)
            name = violation.path.steps.last { if case .name = $0 { true } else { false } }
        }
    }

    /// The violations without the unknown members of a union that has no other: the union itself is one fault.
    ///
    /// The check names the unknown members of a union right before the union.
    private static func uncovered(_ violations: [ShapeViolation]) -> [ShapeViolation] {
        var union: [JSONPath.Step]?
        let kept = violations.reversed().filter { violation in
            switch violation.rule {
            case .notOneMember: union = violation.path.steps
            case .unknownMember:
                if let union, violation.path.steps.dropLast().elementsEqual(union) { return false }
            default: union = nil
            }
            return true
        }
        return kept.reversed()
    }

    private static func fault(_ violation: ShapeViolation) -> RequestFault {
        let path = violation.path
        let (expected, remedy) = advice(violation)
        var isUnknown = false
        if case .unknownMember = violation.rule { isUnknown = true }
        // No source says whether the service takes base64 without padding.
        let isDoubtful = isUnknown || violation.rule == .base64Padding
        return RequestFault(
            rule: rule(violation.rule), code(violation), isDoubtful ? .doubtful : .refused, .model,
            title: title(violation), at: path, isName: isUnknown, expected: expected, found: found(violation),
            refusal: ConstraintText.text(violation), remedy: remedy)
    }

    private static func code(_ violation: ShapeViolation) -> FindingCode {
        let names = violation.path.steps.compactMap { if case .name(let name) = $0 { name } else { nil } }
        if names.last == "maxTokens" { return .validationMaxTokens }
        if names.first == "inferenceConfig" { return .validationSamplingParams }
        return names.first == "messages" ? .validationMessages : .validationRequest
    }

    /// The rule's name in reports.
    private static func rule(_ rule: ShapeViolation.Rule) -> String {
        switch rule {
        case .type: "shape-type"
        case .missing: "shape-required"
        case .unknownMember: "shape-unknown-member"
        case .notOneMember: "shape-union"
        case .length: "shape-length"
        case .range: "shape-range"
        case .pattern: "shape-pattern"
        case .enumeration: "shape-enum"
        case .base64, .base64Padding: "shape-base64"
        }
    }

    private static func title(_ violation: ShapeViolation) -> String {
        let leaf = violation.path.leaf
        switch violation.rule {
        case .type(let expected): return "\(violation.path.spot) is not \(expected)"
        case .missing: return "\(leaf) is missing"
        case .unknownMember: return "Converse does not know \(leaf) here"
        case .notOneMember(let shape, _): return "A \(shape) must have exactly one member"
        case .length(let min?, _): return "\(leaf) is shorter than \(min)"
        case .length(_, let max?): return "\(leaf) is longer than \(max)"
        case .range(let min?, _): return "\(leaf) is below \(ConstraintText.number(min))"
        case .range(_, let max?): return "\(leaf) is above \(ConstraintText.number(max))"
        case .length, .range: return "\(leaf) is out of its bounds"
        case .pattern: return "\(leaf) has characters that are not allowed"
        case .enumeration: return "\(leaf) has a value that is not known"
        case .base64: return "\(leaf) is not base64"
        case .base64Padding: return "\(leaf) is base64 without its padding"
        }
    }

    private static func found(_ violation: ShapeViolation) -> String {
        switch violation.rule {
        case .missing: return "nothing"
        case .unknownMember: return violation.path.leaf
        case .notOneMember:
            guard let names = violation.shown?.objectValue?.names else { return "none of them, or several" }
            return names.isEmpty ? "none" : names.prefix(4).joined(separator: " and ")
        case .base64: return "other text"
        case .base64Padding: return "a last group of fewer than four letters"
        default: return violation.shown.map(shown) ?? "another value"
        }
    }

    private static func shown(_ value: JSONValue) -> String {
        switch value {
        case .string(let text):
            let part = String(text.prefix(60))
            return JSONValue.string(part).text() + (part.utf8.count < text.utf8.count ? "…" : "")
        case .number(let number): return number.literal
        case .array(let items): return "an array of \(items.count)"
        default: return value.kindName
        }
    }

    /// What was expected, and what to do.
    private static func advice(_ violation: ShapeViolation) -> (expected: String, remedy: String) {
        let leaf = violation.path.leaf
        switch violation.rule {
        case .type(let expected): return (expected, blocks(violation) ?? "Send \(violation.path.spot) as \(expected).")
        case .missing: return (leaf, "Send \(leaf), which is required there.")
        case .unknownMember(let known): return unknown(leaf, known)
        case .notOneMember(_, let known):
            let names = violation.shown?.objectValue?.names ?? []
            if !names.contains(where: known.contains) {
                if let form = form(of: known) { return form }
                if let first = names.first { return unknown(first, known) }
            }
            let remedy = names.count > 1 ? "Split them into a block each." : "Fill the block in, or leave it out."
            return ("exactly one of \(list(known))", remedy)
        case .length(let min?, _):
            return ("a length of \(min) or more", "Fill \(leaf) in, or leave an optional member out.")
        case .length(_, let max): return ("a length of \(max ?? 0) or less", "Shorten \(leaf).")
        case .range(let min?, _): return ("\(ConstraintText.number(min)) or more", "Raise \(leaf), or leave it out.")
        case .range(_, let max):
            return ("\(ConstraintText.number(max ?? 0)) or less", "Lower \(leaf), or leave it out.")
        case .pattern(let pattern):
            return ("what matches \(pattern)", "Change \(leaf); names and ids in the history change with it.")
        case .enumeration(let values):
            let near = violation.shown?.stringValue.flatMap { MemberSpelling.suggestion(for: $0, among: values) }
            return (
                "one of \(list(values))",
                near.flatMap { values.contains($0) ? "Did you mean \($0)?" : nil } ?? "Use one of the known values."
            )
        case .base64:
            return (
                "bytes in base64",
                "Send the bytes in base64 alone: no data: URL, no line breaks, no URL-safe alphabet."
            )
        case .base64Padding: return ("bytes in base64", "Fill the last group up to four letters with =.")
        }
    }

    /// How a text is said where a list of blocks, or a block, is wanted.
    private static func blocks(_ violation: ShapeViolation) -> String? {
        guard case .type = violation.rule, violation.shown?.stringValue != nil else { return nil }
        let isElement = if case .index? = violation.path.steps.last { true } else { false }
        guard ["content", "system"].contains(violation.path.leaf) else { return nil }
        return isElement
            ? "Send the text as a block: {\"text\": \"...\"}." : "Send a list of blocks: [{\"text\": \"...\"}]."
    }

    /// How a union is written that other APIs write in a form of their own.
    private static func form(of known: [String]) -> (expected: String, remedy: String)? {
        if known.contains("toolSpec") {
            return (
                "toolSpec",
                "Write the tool as {\"toolSpec\": {\"name\": \"...\", \"description\": \"...\", \"inputSchema\": {\"json\": {...}}}}."
            )
        }
        if known == ["json"] { return ("json", "Put the schema under json: \"inputSchema\": {\"json\": {...}}.") }
        if known.contains("auto"), known.contains("any") {
            return (
                "auto, any or tool", "Write it as {\"auto\": {}}, {\"any\": {}} or {\"tool\": {\"name\": \"...\"}}."
            )
        }
        return nil
    }

    private static func unknown(_ name: String, _ known: [String]) -> (expected: String, remedy: String) {
        if let suggestion = MemberSpelling.suggestion(for: name, among: known) {
            return (suggestion, "Did you mean \(suggestion)?")
        }
        return (
            "one of \(list(known))",
            "Leave it out. What only a model knows belongs into additionalModelRequestFields."
        )
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(16).joined(separator: ", ") + (names.count > 16 ? ", …" : "")
    }
}

extension JSONPath {
    /// The name of the member that the path leads to, or into.
    fileprivate var leaf: String {
        for step in steps.reversed() { if case .name(let name) = step { return name } }
        return "The body"
    }

    /// The same with the element's number: it is the element that is wrong, and not the list.
    fileprivate var spot: String {
        guard case .index(let index)? = steps.last else { return leaf }
        return "\(leaf)[\(index)]"
    }
}
