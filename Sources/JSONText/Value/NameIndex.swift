/// Where each name of a large object stands.
struct NameIndex: Sendable {
    /// Up to this many members a search from the front is quicker than hashing the name.
    static let threshold = 16

    private var places: [Name: Int]

    /// An index of the members, or nil if they are few.
    init?(ifWorthwhileFor members: [JSONMember]) {
        guard members.count > Self.threshold else { return nil }
        places = Dictionary(minimumCapacity: members.count * 2)
        for (place, member) in members.enumerated() { places[Name(text: member.name)] = place }
    }

    subscript(name: String) -> Int? { places[Name(text: name)] }

    mutating func insert(_ name: String, at place: Int) { places[Name(text: name)] = place }

    /// A name compared by its scalars.
    private struct Name: Hashable {
        let text: String

        static func == (left: Name, right: Name) -> Bool { left.text.hasSameScalars(as: right.text) }

        func hash(into hasher: inout Hasher) { text.hashScalars(into: &hasher) }
    }
}
