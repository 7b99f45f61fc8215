import WireText

/// A JSON value that keeps everything the text said.
///
/// Numbers keep their spelling, objects keep the order of their members, and names are unique.
/// `==` is exact: `1` and `1.0` differ, and so do two objects whose members stand in another order.
/// ``isEquivalent(to:)`` is equality as JSON means it.
/// Strings are compared by their Unicode scalars, never by canonical equivalence, as RFC 8259 section 8.3 asks.
public enum JSONValue: Sendable {
    /// The literal `null`.
    case null
    /// The literals `true` and `false`.
    case bool(Bool)
    /// A number with its spelling.
    case number(JSONNumber)
    /// A string, unescaped.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object with ordered members.
    case object(JSONObject)
}

extension JSONValue: Hashable {
    /// Whether two values are the same in every detail: spelling of numbers, order of members, scalars of strings.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.hasSameScalars(as: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }

    /// Feeds the value to the hasher; equal values feed the same.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value):
            hasher.combine(1)
            hasher.combine(value)
        case .number(let value):
            hasher.combine(2)
            hasher.combine(value)
        case .string(let value):
            hasher.combine(3)
            hasher.combine(value)
        case .array(let value):
            hasher.combine(4)
            hasher.combine(value)
        case .object(let value):
            hasher.combine(5)
            hasher.combine(value)
        }
    }
}

extension String {
    /// Whether both strings hold the same Unicode scalars.
    ///
    /// `==` holds two spellings of an accented letter equal; two JSON names spelt so are two names.
    @inline(__always)
    func hasSameScalars(as other: String) -> Bool {
        // Counting is cheap, and most names that are asked for have another length than those that are there.
        utf8.count == other.utf8.count && hasSameBytes(as: other)
    }

    private func hasSameBytes(as other: String) -> Bool {
        let (mine, theirs) = (utf8, other.utf8)
        return mine.span.holdsSame(as: theirs.span)
    }
}
