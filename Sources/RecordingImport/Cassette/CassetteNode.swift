/// One value of a cassette, whatever it was written in, with its place.
struct CassetteNode {
    enum Content {
        case scalar(CassetteScalar)
        case sequence([CassetteNode])
        case mapping([Entry])
    }

    struct Entry {
        let name: String
        let value: CassetteNode
    }

    struct Place: Hashable {
        let line: Int
        let column: Int
    }

    let content: Content
    let place: Place?

    /// The value's kind as a message names it.
    var kindName: String {
        switch content {
        case .scalar(let scalar): scalar.kindName
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The member of that name, if this is a mapping and has it.
    subscript(name: String) -> CassetteNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.name == name }?.value
    }

    /// The first of several members that is there, and says something if any does.
    func first(of names: [String]) -> (name: String, node: CassetteNode)? {
        let there = names.compactMap { name in self[name].map { (name: name, node: $0) } }
        return there.first { !$0.node.isNothing } ?? there.first
    }

    /// Whether this is a scalar that says null.
    var isNull: Bool {
        guard case .scalar(let scalar) = content, case .null = scalar.meaning else { return false }
        return true
    }
}
