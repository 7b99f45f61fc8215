/// A JSON object: members in the order of the text, each name once.
///
/// Small objects are searched from the front, large ones through an index, so a lookup never takes long.
public struct JSONObject: Sendable {
    /// The members in order; through its span, whoever only looks at them need not retain each.
    package private(set) var members: [JSONMember]
    private var index: NameIndex?

    /// An object without members.
    public init() {
        members = []
    }

    /// An object of the given members; of a repeated name the last value stands, in the first place.
    public init(_ members: some Sequence<JSONMember>) {
        self.init()
        for member in members { self[member.name] = member.value }
    }

    /// The same of an array: what one module makes of another's sequence is not specialised.
    package init(_ members: [JSONMember]) {
        self.init()
        self.members.reserveCapacity(members.count)
        for member in members { self[member.name] = member.value }
    }

    /// An object of members whose names are known to be unique.
    init(unique members: [JSONMember], index: NameIndex?) {
        self.members = members
        self.index = index
    }

    /// An object of members whose names are known to be unique, so that none has to be looked for.
    package init(unique members: [JSONMember]) {
        self.init(unique: members, index: NameIndex(ifWorthwhileFor: members))
    }

    /// The names in order.
    public var names: [String] { members.map(\.name) }

    /// The value of the member of that name.
    ///
    /// Setting nil removes the member; setting a value replaces it in its place, or appends a new member.
    public subscript(name: String) -> JSONValue? {
        get { place(of: name).map { members[$0].value } }
        set {
            guard let newValue else {
                removeValue(forName: name)
                return
            }
            if let place = place(of: name) {
                members[place].value = newValue
            } else {
                append(JSONMember(name: name, value: newValue))
            }
        }
    }

    /// Removes the member of that name.
    ///
    /// - Returns: the value it had, or nil if there was none.
    @discardableResult
    public mutating func removeValue(forName name: String) -> JSONValue? {
        guard let place = place(of: name) else { return nil }
        let removed = members.remove(at: place)
        index = NameIndex(ifWorthwhileFor: members)
        return removed.value
    }

    /// Where the member of that name stands, or nil.
    public func place(of name: String) -> Int? {
        if let index { return index[name] }
        // Through a span, names are compared in place; through the array each member would be retained first.
        let members = members.span
        for place in members.indices where members[place].name.hasSameScalars(as: name) { return place }
        return nil
    }

    /// Where the member of that name stands, looked for from a place on and then before it; nil if it is nowhere.
    ///
    /// Whoever asks for the names in about their order finds each at once.
    package func place(of name: String, from start: Int) -> Int? {
        let members = members.span
        for place in start..<members.count where members[place].name.hasSameScalars(as: name) { return place }
        for place in 0..<start where members[place].name.hasSameScalars(as: name) { return place }
        return nil
    }

    /// The value of the member at a place.
    package func value(at place: Int) -> JSONValue { members[place].value }

    private mutating func append(_ member: JSONMember) {
        members.append(member)
        if index != nil {
            index?.insert(member.name, at: members.count - 1)
        } else {
            index = NameIndex(ifWorthwhileFor: members)
        }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The place of the first member.
    public var startIndex: Int { 0 }
    /// One more than the place of the last member.
    public var endIndex: Int { members.count }
    /// The member at that place.
    public subscript(position: Int) -> JSONMember { members[position] }
}

extension JSONObject: Hashable {
    /// Whether both have the same members in the same order, exactly.
    public static func == (left: JSONObject, right: JSONObject) -> Bool { left.members == right.members }

    /// Feeds the members to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension JSONObject: ExpressibleByDictionaryLiteral, CustomStringConvertible {
    /// An object whose members keep the order of the literal; of a repeated name the last value stands, in the first place.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { JSONMember(name: $0.0, value: $0.1) })
    }

    /// The object as compact JSON text.
    public var description: String { JSONValue.object(self).text(.compact) }
}
