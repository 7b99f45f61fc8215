import JSONText

/// Which kinds of values stand where in a document, whatever the values are.
///
/// The elements of an array have one shape together: what one of them has, all may have.
struct JSONShape: Sendable, Hashable {
    /// The kinds of value seen at this place, as messages name them: `a string`, `an object`.
    private(set) var kinds: Set<String> = []
    private(set) var members: [String: JSONShape] = [:]
    /// The shape of the elements; none for an array without any.
    private(set) var elements: [JSONShape] = []

    /// Members whose value is any document of the caller's or the model's: nothing in them is of the service.
    private static let free: Set<String> = ["input", "json", "additionalModelResponseFields"]

    init(_ value: JSONValue) {
        kinds = [value.kindName]
        switch value {
        case .object(let object):
            for member in object {
                members[member.name] =
                    Self.free.contains(member.name) ? JSONShape(free: member.value) : JSONShape(member.value)
            }
        case .array(let values):
            guard let first = values.first else { return }
            elements = [values.dropFirst().reduce(into: JSONShape(first)) { $0.merge(JSONShape($1)) }]
        case .null, .bool, .number, .string: break
        }
    }

    private init(free value: JSONValue) { kinds = [value.kindName] }

    /// Takes the other shape's possibilities in.
    mutating func merge(_ other: JSONShape) {
        kinds.formUnion(other.kinds)
        members.merge(other.members) { $0.merged(with: $1) }
        if let theirs = other.elements.first {
            elements = [elements.first.map { $0.merged(with: theirs) } ?? theirs]
        }
    }

    private func merged(with other: JSONShape) -> JSONShape {
        var copy = self
        copy.merge(other)
        return copy
    }
}
