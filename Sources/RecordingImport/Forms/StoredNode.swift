import JSONText

/// A value of a recorder's file, whatever the file was written in.
protocol StoredNode {
    /// The members of an object, in order; none of anything else.
    var storedMembers: [(name: String, value: Self)] { get }
    /// The elements of a list; nil of anything else.
    var storedElements: [Self]? { get }
    /// A string or a number as it is spelt; nil of anything else.
    var storedWord: String? { get }
    /// Whether it says that there is nothing: null, or a string without characters.
    var isNothing: Bool { get }
}

extension JSONValue: StoredNode {
    var storedMembers: [(name: String, value: JSONValue)] { objectValue.map { $0.map { ($0.name, $0.value) } } ?? [] }
    var storedElements: [JSONValue]? { arrayValue }
    var storedWord: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.literal
        default: nil
        }
    }
    var isNothing: Bool { isNull || self == "" }
}

extension CassetteNode: StoredNode {
    var storedMembers: [(name: String, value: CassetteNode)] {
        guard case .mapping(let entries) = content else { return [] }
        return entries.map { ($0.name, $0.value) }
    }
    var storedElements: [CassetteNode]? {
        guard case .sequence(let elements) = content else { return nil }
        return elements
    }
    var storedWord: String? { text }
    var isNothing: Bool { isNull || text == "" }
}
