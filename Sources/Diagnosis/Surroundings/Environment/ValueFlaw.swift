/// Something about a value's characters that no AWS credential, region or URL has.
enum ValueFlaw: Hashable {
    /// CR, LF, TAB, ESC and the like; the first one, and at which character it stands, from 1.
    case control(name: String, position: Int)

    /// White space at the start, the end or within.
    case whiteSpace(Place)

    /// Both ends are the same kind of quotes.
    case quotes

    /// The first character beyond ASCII, as `U+201C`.
    case nonASCII(name: String, position: Int)

    enum Place: String {
        case ends
        case within
    }

    /// The worst flaw of a value; the others usually come with it.
    init?(of value: String) {
        let scalars = value.unicodeScalars
        if let (position, scalar) = scalars.enumerated().first(where: {
            $1.isASCII && ($1.value < 0x20 || $1.value == 0x7F)
        }) {
            self = .control(name: ValueFlaw.name(of: scalar), position: position + 1)
            return
        }
        let trimmed = ValueFlaw.trimmed(value)
        if ValueFlaw.isQuoted(trimmed) {
            self = .quotes
        } else if trimmed.unicodeScalars.count != scalars.count {
            self = .whiteSpace(.ends)
        } else if scalars.contains(where: { $0.properties.isWhitespace }) {
            self = .whiteSpace(.within)
        } else if let (position, scalar) = scalars.enumerated().first(where: { !$1.isASCII }) {
            self = .nonASCII(name: ValueFlaw.name(of: scalar), position: position + 1)
        } else {
            return nil
        }
    }

    /// The value as it was probably meant: without white space and quotes around it.
    static func cleaned(_ value: String) -> String {
        var text = trimmed(value)
        while isQuoted(text) { text = trimmed(String(text.dropFirst().dropLast())) }
        return text
    }

    private static func trimmed(_ value: String) -> String {
        var scalars = value.unicodeScalars[...]
        func isFringe(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0xFEFF || scalar.value == 0x200B
        }
        while let first = scalars.first, isFringe(first) { scalars.removeFirst() }
        while let last = scalars.last, isFringe(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isQuoted(_ value: String) -> Bool {
        guard value.utf8.count >= 2, let first = value.first, let last = value.last else { return false }
        return switch first {
        case "\"", "'", "`": last == first
        case "\u{201C}", "\u{201D}", "\u{201E}": "\u{201C}\u{201D}".contains(last)
        case "\u{2018}", "\u{2019}", "\u{201A}": "\u{2018}\u{2019}".contains(last)
        default: false
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x00: return "NUL"
        case 0x09: return "TAB"
        case 0x0A: return "LF (line feed)"
        case 0x0D: return "CR (carriage return)"
        case 0x1B: return "ESC"
        default:
            let hex = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }
    }
}
