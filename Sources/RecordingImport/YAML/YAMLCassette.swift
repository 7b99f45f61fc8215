/// Reads a cassette in YAML.
struct YAMLCassette: ~Copyable {
    /// An anchored value, and how many values it is made of.
    private struct Anchored {
        let node: CassetteNode
        let size: Int
    }

    /// How many values a document may have.
    ///
    /// Every alias stands for a whole copy, and a small file must not become a large tree. Without aliases no file has more
    /// values than bytes.
    private let mostNodes: Int
    /// How deep lists and mappings may nest: as deep as in JSON.
    private let deepest = 512
    private var parser: YAMLParser
    private var anchors: [String: Anchored] = [:]
    private var nodes = 0
    private var depth = 0
    /// What stands twice in a mapping, one sentence each.
    private var repeated: [String] = []

    private init(_ parser: consuming YAMLParser, size: Int) {
        self.parser = parser
        mostNodes = size + 100_000
    }

    /// The root of the text's one document, and what stands twice in it.
    static func root(_ text: String) throws(CassetteFault) -> (node: CassetteNode, repeated: [String]) {
        let parser: YAMLParser
        do throws(YAMLFault) {
            parser = try YAMLParser(text.utf8.span)
        } catch {
            throw fault(error)
        }
        var reader = YAMLCassette(parser, size: text.utf8.count)
        let node = try reader.document()
        return (node, reader.repeated)
    }

    // MARK: Events

    private mutating func next() throws(CassetteFault) -> (event: YAMLEvent, place: CassetteNode.Place) {
        do throws(YAMLFault) { return try parser.next() } catch { throw Self.fault(error) }
    }

    private static func fault(_ fault: YAMLFault) -> CassetteFault {
        CassetteFault(nil, fault.place, expected: "YAML", found: "a fault in it: \(fault.problem)")
    }

    private mutating func document() throws(CassetteFault) -> CassetteNode {
        var root: CassetteNode?
        while true {
            let (event, place) = try next()
            switch event {
            case .streamStart, .documentEnd: continue
            case .documentStart:
                guard root == nil else {
                    throw CassetteFault(nil, place, expected: "one YAML document", found: "another one behind it")
                }
            case .streamEnd:
                guard let root else {
                    throw CassetteFault(nil, nil, expected: "a mapping with interactions", found: "an empty document")
                }
                return root
            default: root = try node(event, at: place)
            }
        }
    }

    // MARK: Values

    /// The value that begins with this event.
    private mutating func node(_ event: YAMLEvent, at place: CassetteNode.Place) throws(CassetteFault) -> CassetteNode {
        let before = nodes
        try count(1, at: place)
        let node: CassetteNode
        let anchor: String?
        switch event {
        case .alias(let name):
            guard let anchored = anchors[name] else {
                throw Self.fault(YAMLFault(problem: "found undefined alias", place: place))
            }
            try count(anchored.size - 1, at: place)
            return anchored.node
        case .sequenceStart(let name, let tag):
            anchor = name
            node = PythonObject.value(
                of: CassetteNode(content: .sequence(try elements(at: place)), place: place), tag: tag)
        case .mappingStart(let name, let tag):
            anchor = name
            node = PythonObject.value(
                of: CassetteNode(content: .mapping(try entries(at: place)), place: place), tag: tag)
        case .scalar(let scalar):
            anchor = scalar.anchor
            node = CassetteNode(
                content: .scalar(CassetteScalar(text: scalar.text, form: Self.form(scalar))), place: place)
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
            throw CassetteFault(nil, place, expected: "a value", found: "the end of one")
        }
        if let anchor { anchors[anchor] = Anchored(node: node, size: nodes - before) }
        return node
    }

    private mutating func elements(at place: CassetteNode.Place) throws(CassetteFault) -> [CassetteNode] {
        try descend(at: place)
        defer { depth -= 1 }
        var elements: [CassetteNode] = []
        while true {
            let (event, place) = try next()
            if case .sequenceEnd = event { return elements }
            elements.append(try node(event, at: place))
        }
    }

    private mutating func entries(at start: CassetteNode.Place) throws(CassetteFault) -> [CassetteNode.Entry] {
        try descend(at: start)
        defer { depth -= 1 }
        var entries: [CassetteNode.Entry] = []
        // By their bytes: names that look alike are two in JSON.
        var places: [[UInt8]: Int] = [:]
        while true {
            let (event, place) = try next()
            if case .mappingEnd = event { return entries }
            let name = try self.name(event, at: place, in: start)
            let (value, valuePlace) = try next()
            let entry = CassetteNode.Entry(name: name, value: try node(value, at: valuePlace))
            guard let first = places.updateValue(entries.count, forKey: Array(name.utf8)) else {
                entries.append(entry)
                continue
            }
            // The readers of VCR and its relatives are silent about it; their last value is what was served.
            entries[first] = entry
            places[Array(name.utf8)] = first
            repeated.append("line \(place.line): \(name) stands twice in a mapping; the last one counts")
        }
    }

    /// The name of a member; in old files of Ruby a name can be binary too.
    private mutating func name(
        _ event: YAMLEvent, at place: CassetteNode.Place, in start: CassetteNode.Place
    ) throws(CassetteFault) -> String {
        let node = try node(event, at: place)
        guard case .scalar(let scalar) = node.content else {
            throw CassetteFault(nil, start, expected: "a name for each member", found: "a list or mapping as name")
        }
        guard case .bytes = scalar.meaning else { return scalar.text }
        return node.text ?? scalar.text
    }

    // MARK: Limits

    private mutating func count(_ more: Int, at place: CassetteNode.Place) throws(CassetteFault) {
        nodes += more
        guard nodes <= mostNodes else {
            throw CassetteFault(
                nil, place, expected: "at most \(mostNodes) values", found: "more, by aliases of aliases")
        }
    }

    private mutating func descend(at place: CassetteNode.Place) throws(CassetteFault) {
        guard depth < deepest else {
            throw CassetteFault(nil, place, expected: "at most \(deepest) values inside one another", found: "more")
        }
        depth += 1
    }

    private static func form(_ scalar: YAMLScalar) -> CassetteScalar.Form {
        switch scalar.tag {
        case nil: scalar.style == .plain ? .plain : .text
        case "!"?, "tag:yaml.org,2002:str"?: .text
        // Ruby's writer has the tag of the document's own for it, and its reader takes both.
        case "tag:yaml.org,2002:binary"?, "!binary"?: .binary
        case let tag?: .tagged(tag)
        }
    }
}
