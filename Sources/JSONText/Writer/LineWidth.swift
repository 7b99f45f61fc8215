import WireText

/// Whether a value fits on a line.
enum LineWidth {
    /// Whether the value takes at most so many bytes in the style ``JSONStyle/spaced``.
    static func fits(_ value: JSONValue, in width: Int) -> Bool {
        var left = width
        take(value, from: &left)
        return left >= 0
    }

    /// Takes the value's length off; stops as soon as nothing is left.
    private static func take(_ value: JSONValue, from left: inout Int) {
        guard left >= 0 else { return }
        switch value {
        case .null, .bool(true): left -= 4
        case .bool(false): left -= 5
        case .number(let number): left -= number.literal.utf8.count
        case .string(let text): take(text, from: &left)
        case .array(let elements):
            left -= 2 + 2 * max(0, elements.count - 1)
            let elements = elements.span
            for place in elements.indices where left >= 0 { take(elements[place], from: &left) }
        case .object(let object):
            left -= 2 + 2 * max(0, object.count - 1)
            let members = object.members.span
            for place in members.indices where left >= 0 {
                take(members[place].name, from: &left)
                left -= 2
                take(members[place].value, from: &left)
            }
        }
    }

    private static func take(_ text: String, from left: inout Int) {
        left -= text.utf8.count + 2
        if left >= 0 { left -= StringEscapes.addedBytes(in: text.utf8.span) }
    }
}
