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
        if unmodeled.members.isEmpty, unmodeled.recorded?.order == nil { return JSONObject(unique: members) }
        var all = members
        if !unmodeled.members.isEmpty { all.append(contentsOf: unmodeled.members) }
        guard let order = unmodeled.recorded?.order else { return JSONObject(all) }
        return JSONObject(all.count <= Self.fewMembers ? Self.picked(all, in: order) : Self.sorted(all, by: order))
    }

    /// Up to this many members, searching is quicker than hashing.
    private static let fewMembers = 16

    /// The members in the given order; those that were set after reading have no place in it and stand at the end.
    private static func picked(_ members: [JSONMember], in order: [String]) -> [JSONMember] {
        var rest = members
        var picked: [JSONMember] = []
        picked.reserveCapacity(members.count)
        for name in order {
            if let index = rest.firstIndex(where: { $0.name == name }) { picked.append(rest.remove(at: index)) }
        }
        picked.append(contentsOf: rest)
        return picked
    }

    /// The same for many members; the sort is stable.
    private static func sorted(_ members: [JSONMember], by order: [String]) -> [JSONMember] {
        var ranks: [String: Int] = [:]
        for (rank, name) in order.enumerated() { ranks[name] = rank }
        return members.sorted { ranks[$0.name, default: .max] < ranks[$1.name, default: .max] }
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
