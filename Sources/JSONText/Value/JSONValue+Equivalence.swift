extension JSONValue {
    /// Whether both mean the same JSON: numbers by exact value, members in any order, everything else exactly.
    public func isEquivalent(to other: JSONValue) -> Bool {
        // One after the other: a pair of them would be a copy of both, with a count of references for each.
        switch self {
        case .null: return other.isNull
        case .bool(let mine):
            guard case .bool(let theirs) = other else { return false }
            return mine == theirs
        case .number(let mine):
            guard case .number(let theirs) = other else { return false }
            return mine.isEquivalent(to: theirs)
        case .string(let mine):
            guard case .string(let theirs) = other else { return false }
            return mine.hasSameScalars(as: theirs)
        case .array(let mine):
            guard case .array(let theirs) = other, mine.count == theirs.count else { return false }
            let (a, b) = (mine.span, theirs.span)
            for place in a.indices where !a[place].isEquivalent(to: b[place]) { return false }
            return true
        case .object(let mine):
            guard case .object(let theirs) = other else { return false }
            return mine.isEquivalent(to: theirs)
        }
    }

    /// Feeds the meaning of the value to the hasher: values that ``isEquivalent(to:)`` holds equal feed the same.
    public func hashMeaning(into hasher: inout Hasher) {
        switch self {
        case .number(let number):
            hasher.combine(2)
            // The common case, a plain integer, needs no normal form; every spelling of its value comes here too.
            if let integer = number.int64 {
                hasher.combine(integer)
            } else {
                hasher.combine(DecimalValue(number.literal))
            }
        case .array(let elements):
            hasher.combine(4)
            hasher.combine(elements.count)
            let elements = elements.span
            for place in elements.indices { elements[place].hashMeaning(into: &hasher) }
        case .object(let object):
            hasher.combine(5)
            hasher.combine(object.count)
            // A sum does not depend on the order of the members.
            var sum = 0
            let members = object.members.span
            for place in members.indices {
                var inner = Hasher()
                members[place].name.hashScalars(into: &inner)
                members[place].value.hashMeaning(into: &inner)
                sum &+= inner.finalize()
            }
            hasher.combine(sum)
        case .null, .bool, .string:
            hash(into: &hasher)
        }
    }
}

extension JSONObject {
    /// Whether both mean the same JSON object: the same names in any order, each with an equivalent value.
    public func isEquivalent(to other: JSONObject) -> Bool {
        // Through spans, members are compared in place; through the arrays each would be retained first.
        let (mine, theirs) = (members.span, other.members.span)
        guard mine.count == theirs.count else { return false }
        for place in mine.indices {
            // Two writers mostly agree on the order; only where they do not is the name looked up.
            let isInPlace = theirs[place].name.hasSameScalars(as: mine[place].name)
            guard let counterpart = isInPlace ? place : other.place(of: mine[place].name),
                mine[place].value.isEquivalent(to: theirs[counterpart].value)
            else { return false }
        }
        return true
    }
}

/// A value as a key of its meaning: `==` is ``JSONValue/isEquivalent(to:)``.
public struct JSONMeaning: Sendable, Hashable {
    /// The value.
    public let value: JSONValue

    /// The meaning of the value.
    public init(_ value: JSONValue) { self.value = value }

    /// Whether both mean the same JSON.
    public static func == (left: JSONMeaning, right: JSONMeaning) -> Bool { left.value.isEquivalent(to: right.value) }

    /// Feeds the meaning to the hasher.
    public func hash(into hasher: inout Hasher) { value.hashMeaning(into: &hasher) }
}
