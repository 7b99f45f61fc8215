/// One place where two JSON documents differ.
public struct JSONDifference: Sendable, Hashable {
    /// How they differ there.
    public enum Kind: String, Sendable, Hashable {
        /// Expected, not found.
        case missing
        /// Found, not expected.
        case unexpected
        /// Both there, with different values.
        case different
    }

    /// The way to the place, such as `$.messages[1].content[0].text`; of a missing element in the expected document, of
    /// everything else in the found one.
    public let path: String
    /// How they differ.
    public let kind: Kind
    /// The expected value as JSON, cut if it is long.
    public let expected: String?
    /// The found value as JSON, cut if it is long.
    public let found: String?

    /// A difference.
    public init(path: String, kind: Kind, expected: String?, found: String?) {
        self.path = path
        self.kind = kind
        self.expected = expected
        self.found = found
    }
}

extension JSONDifference: CustomStringConvertible {
    /// One line: the path, and what was expected and found.
    public var description: String {
        switch kind {
        case .missing: "\(path): missing, expected \(expected ?? "")"
        case .unexpected: "\(path): unexpected \(found ?? "")"
        case .different: "\(path): expected \(expected ?? ""), found \(found ?? "")"
        }
    }
}
