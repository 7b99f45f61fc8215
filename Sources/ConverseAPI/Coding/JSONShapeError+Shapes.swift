import JSONText

extension JSONShapeError {
    /// A value that has not the type that the API gives it, seen from the value itself.
    ///
    /// A text is counted, not shown: it may be a prompt.
    init(expected: String, found json: JSONValue) {
        let found =
            switch json {
            case .null: "null"
            case .bool(let value): "\(value)"
            case .number(let number): "the number \(number.literal)"
            case .string(let text): "a string of \(text.utf8.count) bytes"
            case .array(let items): "an array of \(items.count)"
            case .object(let members): "an object of \(members.count)"
            }
        self.init(path: .root, expected: expected, found: found)
    }

    /// The same error, seen from the object that holds the value that was read.
    func within(_ name: String) -> JSONShapeError { within(.name(name)) }

    /// The same error, seen from the array that holds the value that was read.
    func within(_ index: Int) -> JSONShapeError { within(.index(index)) }

    private func within(_ step: JSONPath.Step) -> JSONShapeError {
        JSONShapeError(path: JSONPath([step] + path.steps), expected: expected, found: found, place: place)
    }
}
