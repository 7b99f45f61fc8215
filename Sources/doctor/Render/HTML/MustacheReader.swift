/// What a template is made of.
enum MustachePart {
    case text(String)
    case variable(String)
    /// A variable that is markup already.
    case raw(String)
    case partial(String)
    case section(String, [MustachePart])
    case inverted(String, [MustachePart])
}

/// Takes a template apart.
struct MustacheReader {
    private var rest: Substring
    /// The templates that can be called.
    private let names: Set<String>
    /// The sections that are open.
    private var open: [String] = []
    /// Whether nothing of the line has been kept before the rest.
    private var isAtLineStart = true

    init(_ text: String, names: Set<String>) {
        rest = text[...]
        self.names = names
    }

    /// The whole template.
    mutating func template() throws(MustacheLibrary.Fault) -> [MustachePart] { try parts() }

    /// Everything up to the end of the innermost open section, or of the template.
    private mutating func parts() throws(MustacheLibrary.Fault) -> [MustachePart] {
        var parts: [MustachePart] = []
        while let opening = rest.firstRange(of: "{{") {
            var text = rest[..<opening.lowerBound]
            let inside = rest[opening.upperBound...]
            let end = inside.first == "{" ? "}}}" : "}}"
            guard let closing = inside.firstRange(of: end) else {
                throw fault("a tag has no end: \(rest[opening.lowerBound...].prefix(40))")
            }
            let tag = inside[..<closing.lowerBound]
            rest = rest[closing.upperBound...]
            let kind = tag.first.flatMap { "#^/!>{".contains($0) ? $0 : nil }
            takeLine(kind, &text)
            if !text.isEmpty { parts.append(.text(String(text))) }
            let name = String(tag.dropFirst(kind == nil ? 0 : 1).filter { $0 != " " })
            switch kind {
            case "#": parts.append(.section(name, try section(name)))
            case "^": parts.append(.inverted(name, try section(name)))
            case "/":
                guard open.last == name else { throw fault("{{/\(name)}} closes \(open.last ?? "nothing")") }
                open.removeLast()
                return parts
            case "!": continue
            case ">":
                guard names.contains(name) else { throw fault("there is no template \(name) to call") }
                parts.append(.partial(name))
            case "{": parts.append(.raw(name))
            default: parts.append(.variable(name))
            }
        }
        guard open.isEmpty else { throw fault("a section is not closed: \(open.joined(separator: ", "))") }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        rest = ""
        return parts
    }

    /// A tag that is not a variable, alone on its line, takes the line with it.
    private mutating func takeLine(_ kind: Character?, _ text: inout Substring) {
        let before = text.reversed().prefix { !$0.isNewline }
        let isFirst = before.allSatisfy { $0 == " " } && (before.count < text.count || isAtLineStart)
        isAtLineStart = isFirst && kind != nil && kind != "{" && rest.first?.isNewline == true
        guard isAtLineStart else { return }
        text.removeLast(before.count)
        rest.removeFirst()
    }

    private mutating func section(_ name: String) throws(MustacheLibrary.Fault) -> [MustachePart] {
        open.append(name)
        return try parts()
    }

    private func fault(_ text: String) -> MustacheLibrary.Fault { MustacheLibrary.Fault(description: text) }
}
