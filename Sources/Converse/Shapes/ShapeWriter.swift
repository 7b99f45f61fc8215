import JSONText

/// Writes the members of a shape: in the order in which they were read, else in the order of the API.
struct ShapeWriter: ShapeVisitor {
    private let unmodeled: UnmodeledMembers
    private var members: [JSONMember] = []

    init(_ unmodeled: UnmodeledMembers) {
        self.unmodeled = unmodeled
        members.reserveCapacity(4)
    }

    mutating func required<Value: ShapeValue>(_ name: String, _ member: inout Value) throws(Never) {
        if let recorded = unmodeled.recorded, member == .vacant {
            if recorded.absent.contains(name), recorded.verbatim[name] == nil { return }
            if let null = recorded.verbatim[name], null.isNull {
                members.append(JSONMember(name: name, value: null))
                return
            }
        }
        append(name, member)
    }

    mutating func optional<Value: ShapeValue>(_ name: String, _ member: inout Value?) throws(Never) {
        if let member {
            append(name, member)
        } else if let null = unmodeled.recorded?.verbatim[name], null.isNull {
            members.append(JSONMember(name: name, value: null))
        }
    }

    /// The whole object, with the members that are not known.
    func object() -> JSONObject {
        let all = members + unmodeled.members
        guard let order = unmodeled.recorded?.order else { return JSONObject(all) }
        var ranks: [String: Int] = [:]
        for (rank, name) in order.enumerated() { ranks[name] = rank }
        // A member that was set after reading has no recorded place and goes to the end; the sort is stable.
        return JSONObject(all.sorted { ranks[$0.name, default: .max] < ranks[$1.name, default: .max] })
    }

    private mutating func append<Value: ShapeValue>(_ name: String, _ value: Value) {
        var json = value.encoded
        if Value.spelling == .varied, let recorded = unmodeled.recorded?.verbatim[name],
            recorded.isEquivalent(to: json)
        {
            json = recorded
        }
        members.append(JSONMember(name: name, value: json))
    }
}
