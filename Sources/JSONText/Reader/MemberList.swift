/// The members of the object being read, watched for repeated names.
struct MemberList {
    private var members: [JSONMember] = []
    private var index: NameIndex?

    /// The object of the members so far.
    var object: JSONObject { JSONObject(unique: members, index: index) }

    /// Adds a member, unless its name is taken: then the place of the earlier one is returned.
    mutating func append(_ name: String, _ value: JSONValue) -> Int? {
        if index != nil {
            if let earlier = index?[name] { return earlier }
            index?.insert(name, at: members.count)
            members.append(JSONMember(name: name, value: value))
        } else {
            // Most objects of the API have few members; one allocation holds them.
            if members.isEmpty { members.reserveCapacity(4) }
            if let earlier = place(of: name) { return earlier }
            members.append(JSONMember(name: name, value: value))
            if members.count > NameIndex.threshold { index = NameIndex(ifWorthwhileFor: members) }
        }
        return nil
    }

    /// Where a name stands; through a span, so that names are compared in place and not retained first.
    private func place(of name: String) -> Int? {
        let members = members.span
        for place in members.indices where members[place].name.hasSameScalars(as: name) { return place }
        return nil
    }

    /// Gives the member at a place another value.
    mutating func replace(_ place: Int, by value: JSONValue) { members[place].value = value }
}
