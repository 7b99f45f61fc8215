package import JSONText

/// A map of the API: values by name, in the order in which they came.
public struct MemberMap<Value: Sendable & Hashable>: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// One entry of a map.
    public struct Entry: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value.
        public var value: Value

        /// Joins a name and its value.
        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The entries, each name once.
    public private(set) var entries: [Entry]

    /// Makes a map without entries.
    public init() {
        entries = []
    }

    /// Takes the entries of a dictionary literal; the last value of a name counts.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self.init()
        for (name, value) in elements { self[name] = value }
    }

    /// The value of a name; setting nil removes it, setting a new name adds it at the end.
    public subscript(name: String) -> Value? {
        get { entries.first { $0.name == name }?.value }
        set {
            switch (entries.firstIndex { $0.name == name }, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(name: name, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension MemberMap: ShapeValue where Value: ShapeValue {
    package static var vacant: Self { Self() }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .object(let members) = json else { throw JSONShapeError(expected: "an object", found: json) }
        self.init()
        for member in members {
            do {
                // JSON text has each name once, so nothing needs to be looked up.
                entries.append(Entry(name: member.name, value: try Value(decoding: member.value)))
            } catch {
                throw error.within(member.name)
            }
        }
    }

    package var encoded: JSONValue {
        .object(JSONObject(entries.map { JSONMember(name: $0.name, value: $0.value.encoded) }))
    }

    package func findFaults(at path: JSONPath, in faults: inout [ShapeFault]) {
        for entry in entries { entry.value.findFaults(at: path.appending(entry.name), in: &faults) }
    }
}
