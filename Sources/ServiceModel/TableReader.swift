/// Reads the lines of a generated table.
///
/// The table comes from our own generator, and a test reads the whole of it. So what this reader does not know is not
/// refused but passed over, and a shape without a line takes any value.
struct TableReader {
    private var names: [String: Int] = [:]
    private var shapes: [ModelShape] = []
    private var operations: [(name: String, words: [Substring])] = []

    /// A shape whose members are still being read.
    private struct Open {
        var head: ModelShape
        var members: [ModelMember] = []
        let isUnion: Bool

        var shape: ModelShape {
            ModelShape(
                name: head.name, kind: isUnion ? .union(members) : .structure(members), sensitivity: head.sensitivity)
        }
    }

    private var open: Open?

    mutating func read(_ table: String) {
        for line in table.split(separator: "\n") {
            if line.hasPrefix(" ") { readMember(line) } else { readHead(line) }
        }
        close()
    }

    func model() -> ServiceModel {
        let found = operations.compactMap { name, words -> (String, ModelOperationShapes)? in
            guard words.count == 4, let input = names[String(words[2])], let output = names[String(words[3])] else {
                return nil
            }
            return (
                name,
                ModelOperationShapes(
                    method: String(words[0]), path: String(words[1]), input: ShapeID(place: input),
                    output: ShapeID(place: output))
            )
        }
        return ServiceModel(shapes: shapes, operations: Dictionary(found) { first, _ in first })
    }

    // MARK: Lines

    private mutating func readHead(_ line: Substring) {
        close()
        // A pattern may hold spaces; it ends its line.
        let mark = line.firstRange(of: " pattern=")
        let words = (mark.map { line[..<$0.lowerBound] } ?? line).split(separator: " ")
        guard words.count >= 2 else { return }
        let name = String(words[1])
        if words[0] == "operation" {
            operations.append((name, Array(words.dropFirst(2))))
            return
        }
        var rest = words.dropFirst(2)
        let sensitivity: ModelShape.Sensitivity = rest.contains("sensitive") ? .sensitive : .open
        rest.removeAll { $0 == "sensitive" }
        let head = ModelShape(
            name: name, kind: kind(words[0], Array(rest)), min: Self.bound("min=", rest), max: Self.bound("max=", rest),
            pattern: mark.map { String(line[$0.upperBound...]) }, sensitivity: sensitivity)
        switch words[0] {
        case "structure": open = Open(head: head, isUnion: false)
        case "union": open = Open(head: head, isUnion: true)
        default: set(head)
        }
    }

    private mutating func kind(_ word: Substring, _ rest: [Substring]) -> ModelShape.Kind {
        switch word {
        case "string": .string
        case "enum": .enumeration(rest.map(String.init))
        case "blob": .blob
        case "boolean": .boolean
        case "integer", "long": .integer
        case "float", "double": .number
        case "list" where !rest.isEmpty: .list(of: id(rest[0]))
        case "map" where rest.count > 1: .map(key: id(rest[0]), value: id(rest[1]))
        default: .document
        }
    }

    /// ` name! Shape in=uri`.
    private mutating func readMember(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 2 else { return }
        let isRequired = words[0].hasSuffix("!")
        let member = ModelMember(
            name: String(isRequired ? words[0].dropLast() : words[0]), shape: id(words[1]),
            presence: isRequired ? .required : .optional, location: words.count > 2 ? .elsewhere : .body)
        open?.members.append(member)
    }

    private mutating func close() {
        if let shape = open?.shape { set(shape) }
        open = nil
    }

    // MARK: Places

    private mutating func id(_ name: Substring) -> ShapeID { ShapeID(place: place(String(name))) }

    private mutating func place(_ name: String) -> Int {
        if let place = names[name] { return place }
        names[name] = shapes.count
        shapes.append(ModelShape(name: name, kind: .document))
        return shapes.count - 1
    }

    private mutating func set(_ shape: ModelShape) {
        let place = place(shape.name)
        shapes[place] = shape
    }

    private static func bound(_ key: String, _ words: ArraySlice<Substring>) -> Double? {
        words.lazy.compactMap { $0.hasPrefix(key) ? Double($0.dropFirst(key.count)) : nil }.first
    }
}

extension ServiceModel {
    /// Reads a generated table.
    init(table: String) {
        var reader = TableReader()
        reader.read(table)
        self = reader.model()
    }
}
