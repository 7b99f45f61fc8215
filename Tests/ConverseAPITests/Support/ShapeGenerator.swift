import JSONText
import ServiceModel
import TestSupport

/// Makes random bodies of a shape: members left out, doubled in meaning, in any order, with strangers among them.
struct ShapeGenerator {
    let model: ServiceModel
    var random: SplitMix64

    /// A place in a generated body where only one JSON type is right, and a value of another type.
    private(set) var typedPlaces: [(path: JSONPath, wrong: JSONValue)] = []

    init(model: ServiceModel = .bedrockRuntime, seed: UInt64) {
        self.model = model
        random = SplitMix64(seed: seed)
    }

    mutating func body(_ shape: String) -> JSONValue {
        typedPlaces = []
        return model[shape].map { value($0, .root) } ?? .null
    }

    private mutating func value(_ shape: ModelShape, _ path: JSONPath) -> JSONValue {
        if shape.kind != .document, path != .root { typedPlaces.append((path, wrongValue(for: shape.kind))) }
        switch shape.kind {
        case .string, .enumeration, .blob: return .string(text())
        case .boolean: return .bool(Bool.random(using: &random))
        case .integer: return .number(pick(["0", "7", "-1", "1e2", "8.0", "9223372036854775807", "10e-1", "-0"]))
        case .number: return .number(pick(["0", "0.1", "1E-7", "0.10000000000000000001", "1e400", "-0.0", "3.14"]))
        case .document: return document()
        case .list(let item):
            return .array((0..<Int.random(in: 0...2, using: &random)).map { value(model[item], path.appending($0)) })
        case .map(_, let item):
            var members: [JSONMember] = []
            for name in ["a", "b c", "ключ"].prefix(Int.random(in: 0...3, using: &random)) {
                members.append(JSONMember(name: name, value: value(model[item], path.appending(name))))
            }
            return .object(JSONObject(members))
        case .structure(let members): return structure(members, path)
        case .union(let cases): return union(cases, path)
        }
    }

    private mutating func structure(_ known: [ModelMember], _ path: JSONPath) -> JSONValue {
        var members: [JSONMember] = []
        for member in known where member.location == .body && Int.random(in: 0..<10, using: &random) < 7 {
            let isNull = Int.random(in: 0..<12, using: &random) == 0
            members.append(
                JSONMember(
                    name: member.name, value: isNull ? .null : value(model[member.shape], path.appending(member.name))))
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
            members.append(JSONMember(name: "unheardOf\(members.count)", value: document()))
        }
        if Bool.random(using: &random) { members.shuffle(using: &random) }
        return .object(JSONObject(members))
    }

    private mutating func union(_ cases: [ModelMember], _ path: JSONPath) -> JSONValue {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return ["unheardOf": document()]
        case 1: return [:]
        case 2:
            // Two members: what each holds is nobody's business then.
            return ["text": "a", "unheardOf": document()]
        default:
            let member = cases[Int.random(in: 0..<cases.count, using: &random)]
            return .object([member.name: value(model[member.shape], path.appending(member.name))])
        }
    }

    private mutating func document() -> JSONValue {
        let documents: [JSONValue] = [
            [:], nil, [1, "2", [nil]], ["z": 1, "a": ["é": false]], .number(pick(["1.0", "12345678901234567890"])), "",
        ]
        return documents[Int.random(in: 0..<documents.count, using: &random)]
    }

    private mutating func text() -> String {
        let texts = ["", "user", "hello", "a\"b\\c\n", "日本語 🙂", "e\u{301}", "\u{0}", "AAAA"]
        return texts[Int.random(in: 0..<texts.count, using: &random)]
    }

    private mutating func pick(_ literals: [String]) -> JSONNumber {
        JSONNumber(literal: literals[Int.random(in: 0..<literals.count, using: &random)]) ?? 0
    }

    private func wrongValue(for kind: ModelShape.Kind) -> JSONValue {
        switch kind {
        case .string, .enumeration, .blob: 5
        case .boolean: "true"
        case .integer: 1.5
        case .number: "0.5"
        case .list: [:]
        case .map, .structure, .union, .document: []
        }
    }
}

extension JSONValue {
    /// The same document with another value at a path.
    func replacing(_ steps: ArraySlice<JSONPath.Step>, with value: JSONValue) -> JSONValue {
        switch (steps.first, self) {
        case (.name(let name)?, .object(var object)):
            object[name] = object[name]?.replacing(steps.dropFirst(), with: value)
            return .object(object)
        case (.index(let index)?, .array(var array)):
            array[index] = array[index].replacing(steps.dropFirst(), with: value)
            return .array(array)
        default: return value
        }
    }
}
