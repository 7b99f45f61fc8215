/// One member of an object: a name and its value.
public struct JSONMember: Sendable {
    /// The name, unescaped.
    public let name: String
    /// The value.
    public var value: JSONValue

    /// A member of that name and value.
    public init(name: String, value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONMember: Hashable {
    /// Whether name and value are the same in every detail.
    public static func == (left: JSONMember, right: JSONMember) -> Bool {
        left.name.hasSameScalars(as: right.name) && left.value == right.value
    }

    /// Feeds name and value to the hasher.
    public func hash(into hasher: inout Hasher) {
        name.hashScalars(into: &hasher)
        hasher.combine(value)
    }
}
