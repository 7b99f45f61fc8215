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

    private init(_ parser: consuming YAMLParser, size: Int) {
        self.parser = parser
        mostNodes = size + 100_000
    }

    /// The root of the text's one document.
    static func root(_ text: String) throws(CassetteFault) -> CassetteNode {
        let parser: YAMLParser
        do throws(YAMLFault) {
            parser = try YAMLParser(text.utf8.span)
        } catch {
            throw fault(error)
        }
        var reader = YAMLCassette(parser, size: text.utf8.count)
        return try reader.document()
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
        case .sequenceStart(let name):
            anchor = name
            node = CassetteNode(content: .sequence(try elements(at: place)), place: place)
        case .mappingStart(let name):
            anchor = name
            node = CassetteNode(content: .mapping(try entries(at: place)), place: place)
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
        var places: [[UInt8]: CassetteNode.Place] = [:]
        while true {
            let (event, place) = try next()
            if case .mappingEnd = event { return entries }
            guard case .scalar(let name) = try node(event, at: place).content else {
                throw CassetteFault(nil, start, expected: "a name for each member", found: "a list or mapping as name")
            }
            if let first = places.updateValue(place, forKey: Array(name.text.utf8)) {
                throw CassetteFault(
                    nil, first, expected: "each member name once", found: "\(name.text) more than once")
            }
            let (value, valuePlace) = try next()
            entries.append(CassetteNode.Entry(name: name.text, value: try node(value, at: valuePlace)))
        }
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
        case "tag:yaml.org,2002:binary"?: .binary
        case let tag?: .tagged(tag)
        }
    }
}
