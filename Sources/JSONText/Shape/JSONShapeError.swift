/// A document that is JSON but not of the shape its reader wants.
public struct JSONShapeError: Error, Sendable, Hashable {
    /// Which part of a member the error is about.
    public enum Place: Sendable, Hashable {
        /// The value.
        case value
        /// The name: an unknown key.
        case name
    }

    /// The way to the value.
    public let path: JSONPath
    /// What should have stood there.
    public let expected: String
    /// What stood there.
    public let found: String
    /// Whether name or value is at fault.
    public let place: Place

    /// An error at that path.
    public init(path: JSONPath, expected: String, found: String, place: Place = .value) {
        self.path = path
        self.expected = expected
        self.found = found
        self.place = place
    }
}

extension JSONShapeError: CustomStringConvertible {
    /// The path, what was expected and what was found.
    public var description: String { "\(path): expected \(expected), found \(found)" }
}
