import Yams

/// Reads a cassette in YAML.
struct YAMLCassette {
    /// How many values a document may have.
    ///
    /// Every alias stands for a whole copy, and a small file must not become a large tree. Without aliases no file has more
    /// values than bytes.
    private let mostNodes: Int
    private var nodes = 0
    private let leadingMarks: LeadingMarks

    static func root(_ text: String) throws(CassetteFault) -> CassetteNode {
        var reader = YAMLCassette(text)
        return try reader.node(try compose(text))
    }

    private static func compose(_ text: String) throws(CassetteFault) -> Node {
        // The parser keeps a pointer into the text, which a string small enough to be stored inline does not have.
        let padded = text.utf8.count < 64 ? text + String(repeating: "\n", count: 64) : text
        do {
            guard let node = try Yams.compose(yaml: padded, .basic) else {
                throw CassetteFault(nil, nil, expected: "a mapping with interactions", found: "an empty document")
            }
            return node
        } catch let fault as CassetteFault {
            throw fault
        } catch let error as YamlError {
            throw fault(error)
        } catch {
            throw CassetteFault(nil, nil, expected: "YAML", found: "\(error)")
        }
    }

    private init(_ text: String) {
        mostNodes = text.utf8.count + 100_000
        leadingMarks = LeadingMarks(in: text)
    }

    private mutating func node(_ node: Node) throws(CassetteFault) -> CassetteNode {
        nodes += 1
        let place = node.mark.map { CassetteNode.Place(line: $0.line, column: $0.column) }
        guard nodes <= mostNodes else {
            throw CassetteFault(
                nil, place, expected: "at most \(mostNodes) values", found: "more, by aliases of aliases")
        }
        switch node {
        case .scalar(let scalar):
            return CassetteNode(
                content: .scalar(CassetteScalar(text: text(scalar), form: Self.form(scalar))), place: place)
        case .sequence(let sequence):
            var elements: [CassetteNode] = []
            for element in sequence { elements.append(try self.node(element)) }
            return CassetteNode(content: .sequence(elements), place: place)
        case .mapping(let mapping):
            var entries: [CassetteNode.Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw CassetteFault(
                        nil, place, expected: "a name for each member", found: "a list or mapping as name")
                }
                entries.append(CassetteNode.Entry(name: text(name), value: try self.node(value)))
            }
            return CassetteNode(content: .mapping(entries), place: place)
        case .alias:
            throw CassetteFault(nil, place, expected: "an alias of an earlier anchor", found: "an unresolved alias")
        }
    }

    private func text(_ scalar: Node.Scalar) -> String {
        guard scalar.style == .doubleQuoted, let mark = scalar.mark, leadingMarks.begins(at: Self.place(mark)) else {
            return scalar.string
        }
        return "\u{FEFF}" + scalar.string
    }

    private static func form(_ scalar: Node.Scalar) -> CassetteScalar.Form {
        let tag = scalar.tag.description
        switch tag {
        case "", "tag:yaml.org,2002:str", "!": return scalar.style == .plain && tag.isEmpty ? .plain : .text
        case "tag:yaml.org,2002:binary": return .binary
        default: return .tagged(tag)
        }
    }

    private static func fault(_ error: YamlError) -> CassetteFault {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return CassetteFault(nil, place(mark), expected: "YAML", found: "a fault in it: \(problem)")
        case .reader(let problem, let offset, _, let yaml):
            let place = offset.map { Self.place(ofCharacter: $0, in: yaml) }
            return CassetteFault(nil, place, expected: "YAML", found: "a fault in it: \(problem)")
        case .duplicatedKeysInMapping(let names, let context):
            return CassetteFault(
                nil, place(context.mark), expected: "each member name once",
                found: "\(names.joined(separator: ", ")) more than once")
        default: return CassetteFault(nil, nil, expected: "YAML", found: "\(error)")
        }
    }

    private static func place(_ mark: Mark) -> CassetteNode.Place {
        CassetteNode.Place(line: mark.line, column: mark.column)
    }

    private static func place(ofCharacter offset: Int, in text: String) -> CassetteNode.Place {
        var line = 1
        var column = 1
        for character in text.prefix(offset) {
            column += character.unicodeScalars.count
            if character.isNewline {
                line += 1
                column = 1
            }
        }
        return CassetteNode.Place(line: line, column: column)
    }
}
