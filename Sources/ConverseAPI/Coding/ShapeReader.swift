import JSONText

/// Reads the members of a shape from a JSON object, and notes what the members alone do not tell.
struct ShapeReader: ShapeVisitor {
    private let object: JSONObject
    /// Where the next member is expected: an object in the order of the API is read without searching.
    private var next = 0
    private var found = 0
    private var isInOrder = true
    private var verbatim: [JSONMember] = []
    private var absent: [String] = []

    init(_ object: JSONObject) {
        self.object = object
    }

    mutating func required<Value: ShapeValue>(_ name: String, _ member: inout Value) throws(JSONShapeError) {
        if let value: Value = try read(name) {
            member = value
        } else {
            absent.append(name)
        }
    }

    mutating func optional<Value: ShapeValue>(_ name: String, _ member: inout Value?) throws(JSONShapeError) {
        member = try read(name)
    }

    /// What the object holds beyond the members that were read.
    func unmodeled(knownNames: @autoclosure () -> [String]) -> UnmodeledMembers {
        var unknown: JSONObject = [:]
        if found < object.count {
            let names = knownNames()
            unknown = JSONObject(unique: object.members.filter { !names.contains($0.name) })
        }
        guard !isInOrder || !verbatim.isEmpty || !absent.isEmpty else {
            return UnmodeledMembers(members: unknown, recorded: nil)
        }
        let recorded = RecordedForm(
            order: isInOrder ? nil : object.names, verbatim: JSONObject(unique: verbatim), absent: absent)
        return UnmodeledMembers(members: unknown, recorded: recorded)
    }

    private mutating func read<Value: ShapeValue>(_ name: String) throws(JSONShapeError) -> Value? {
        guard let json = find(name) else { return nil }
        if json.isNull {
            verbatim.append(JSONMember(name: name, value: json))
            return nil
        }
        do {
            let value = try Value(decoding: json)
            if Value.spelling == .varied, value.encoded != json {
                verbatim.append(JSONMember(name: name, value: json))
            }
            return value
        } catch {
            throw error.within(name)
        }
    }

    private mutating func find(_ name: String) -> JSONValue? {
        // Most shapes have far more members than are there.
        guard found < object.count, let place = object.place(of: name, from: next) else { return nil }
        if place != found { isInOrder = false }
        found += 1
        next = place + 1
        return object.value(at: place)
    }
}
