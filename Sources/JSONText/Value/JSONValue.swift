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
            value.hashScalars(into: &hasher)
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

    /// Feeds the scalars to the hasher: `String`'s own way would first look for canonical equivalence, in all but ASCII
    /// scalar by scalar.
    func hashScalars(into hasher: inout Hasher) {
        let bytes = utf8.span
        hasher.combine(bytes.count)
        var place = 0
        if bytes.count > 64 {
            // A text is folded first, eight bytes at a time: the hasher takes ten times as long for them. What it is folded
            // with is another number in each process, so that nobody can write texts that fold alike.
            var folded = Self.folding
            while place &+ 8 <= bytes.count {
                let product = (folded ^ bytes.word(at: place)).multipliedFullWidth(by: Self.folding)
                folded = product.high ^ product.low
                place &+= 8
            }
            hasher.combine(folded)
        }
        let rest = bytes.extracting(place...)
        unsafe rest.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    private static let folding = UInt64.random(in: .min ... .max) | 1

    private func hasSameBytes(as other: String) -> Bool {
        let (mine, theirs) = (utf8, other.utf8)
        return mine.span.holdsSame(as: theirs.span)
    }
}
