package import JSONText

// The scalars and lists of the API, as the types that Swift has for them.

extension String: ShapeValue {
    package static var vacant: String { "" }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .string(let text) = json else { throw JSONShapeError(expected: "a string", found: json) }
        self = text
    }

    package var encoded: JSONValue { .string(self) }
}

extension Bool: ShapeValue {
    package static var vacant: Bool { false }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .bool(let value) = json else { throw JSONShapeError(expected: "true or false", found: json) }
        self = value
    }

    package var encoded: JSONValue { .bool(self) }
}

extension Int: ShapeValue {
    package static var vacant: Int { 0 }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .number(let number) = json, let value = number.int64 else {
            throw JSONShapeError(expected: "an integer of at most 64 bits", found: json)
        }
        self = Int(value)
    }

    package var encoded: JSONValue { .number(JSONNumber(self)) }

    package static var spelling: Spelling { .varied }
}

extension JSONNumber: ShapeValue {
    package static var vacant: JSONNumber { JSONNumber(0) }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .number(let number) = json else { throw JSONShapeError(expected: "a number", found: json) }
        self = number
    }

    package var encoded: JSONValue { .number(self) }
}

extension JSONValue: ShapeValue {
    package static var vacant: JSONValue { .object([:]) }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        self = json
    }

    package var encoded: JSONValue { self }
}

extension Array: ShapeValue where Element: ShapeValue {
    package static var vacant: [Element] { [] }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .array(let items) = json else { throw JSONShapeError(expected: "an array", found: json) }
        self = []
        reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            do { append(try Element(decoding: item)) } catch { throw error.within(index) }
        }
    }

    package var encoded: JSONValue { .array(map(\.encoded)) }

    package func findFaults(at path: JSONPath, in faults: inout [ShapeFault]) {
        for (index, item) in enumerated() { item.findFaults(at: path.appending(index), in: &faults) }
    }
}
