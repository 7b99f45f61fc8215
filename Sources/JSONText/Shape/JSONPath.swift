import WireText

/// The way from the root of a document to one of its values.
public struct JSONPath: Sendable, Hashable {
    /// One step: into a member or into an element.
    public enum Step: Sendable, Hashable {
        /// The member of that name.
        case name(String)
        /// The element at that place, from 0.
        case index(Int)
    }

    /// The steps from the root.
    public var steps: [Step]

    /// The way of the given steps; none lead to the root.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The root itself.
    public static let root = JSONPath()

    /// The way to a member of the value.
    public func appending(_ name: String) -> JSONPath { JSONPath(steps + [.name(name)]) }

    /// The way to an element of the value.
    public func appending(_ index: Int) -> JSONPath { JSONPath(steps + [.index(index)]) }
}

extension JSONPath: CustomStringConvertible {
    /// The path as JSONPath (RFC 9535) writes it: `$.exchanges[2].response.status`, `$["a b"]`.
    public var description: String {
        var text = "$"
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .name(let name) where Self.isPlain(name): text += "." + name
            case .name(let name): text += "[" + JSONValue.string(name).text() + "]"
            }
        }
        return text
    }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, !first.isDigit else { return false }
        return name.utf8.allSatisfy { byte in
            byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
                || byte >= 0x80
        }
    }
}
