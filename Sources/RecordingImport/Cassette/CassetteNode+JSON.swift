import JSONText

extension CassetteNode {
    /// The value as JSON: what a `parsed_body` stands for.
    ///
    /// Members keep their order, numbers their value.
    func json(at path: JSONPath) throws(CassetteFault) -> JSONValue {
        switch content {
        case .scalar(let scalar):
            switch scalar.meaning {
            case .null: return .null
            case .bool(let value): return .bool(value)
            case .number(let value): return .number(value)
            case .text(let value): return .string(value)
            case .bytes, .invalid: throw CassetteFault(path, place, expected: "a value that JSON has", found: kindName)
            }
        case .sequence(let elements):
            var values: [JSONValue] = []
            values.reserveCapacity(elements.count)
            for (index, element) in elements.enumerated() { values.append(try element.json(at: path.appending(index))) }
            return .array(values)
        case .mapping(let entries):
            var object = JSONObject()
            for entry in entries { object[entry.name] = try entry.value.json(at: path.appending(entry.name)) }
            return .object(object)
        }
    }
}
