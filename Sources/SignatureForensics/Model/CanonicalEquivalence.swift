/// Composed and decomposed spellings of accented letters.
///
/// The standard library compares strings by canonical equivalence but hands out no normal form, so that the other
/// spelling is found by asking which letter and mark are equivalent to it. Only the letters of a path are asked for.
enum CanonicalEquivalence {
    /// The text with each letter and its marks as one scalar, where there is one.
    static func composed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let base = result.last, isMark(scalar), let whole = composition(base, scalar) {
                result.removeLast()
                result.append(whole)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text with each accented letter as letter and marks.
    static func decomposed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(contentsOf: decomposition(scalar)) }
        return String(result)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass != .notReordered
            || (0x1161...0x11C2).contains(scalar.value)
    }

    private static func composition(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        wholes[string(base, mark)]
    }

    private static func decomposition(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if (0xAC00...0xD7A3).contains(scalar.value) { return jamo(scalar) }
        guard let (base, mark) = parts[scalar] else { return [scalar] }
        return decomposition(base) + [mark]
    }

    /// Each composed letter by its spelling: strings are equal, and hashed alike, in all their equivalent spellings.
    private static let wholes: [String: Unicode.Scalar] = Dictionary(
        composedScalars.map { (String(Character($0)), $0) }, uniquingKeysWith: { first, _ in first })

    /// Letter and last mark of each composed letter.
    ///
    /// All pairs are asked for once: asked for each letter of a text, a long one would take minutes.
    private static let parts: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] = {
        var parts: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] = [:]
        for mark in marks {
            for base in bases {
                guard let whole = wholes[string(base, mark)], whole != base, parts[whole] == nil else { continue }
                parts[whole] = (base, mark)
            }
        }
        // Some Greek letters have two scalars for one spelling.
        for scalar in composedScalars where parts[scalar] == nil {
            parts[scalar] = wholes[String(Character(scalar))].flatMap { parts[$0] }
        }
        return parts
    }()

    private static func jamo(_ syllable: Unicode.Scalar) -> [Unicode.Scalar] {
        let index = syllable.value - 0xAC00
        let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        return parts.filter { $0 != 0x11A7 }.compactMap(Unicode.Scalar.init)
    }

    private static func string(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(base)
        scalars.append(mark)
        return String(scalars)
    }

    private static func scalars(_ ranges: [ClosedRange<UInt32>]) -> [Unicode.Scalar] {
        ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
    }

    /// The commonest marks first.
    private static let marks = scalars([
        0x300...0x304, 0x306...0x30C, 0x327...0x328, 0x3099...0x309A, 0x30F...0x30F, 0x311...0x311, 0x31B...0x31B,
        0x323...0x326, 0x32D...0x331, 0x342...0x345,
    ])

    /// Latin, Greek, Cyrillic and kana: the blocks with composed letters.
    private static let composedScalars = scalars([
        0xC0...0x17F, 0x1A0...0x1B0, 0x1CD...0x21B, 0x226...0x233, 0x386...0x3CE, 0x400...0x45E, 0x4C1...0x4F9,
        0x1E00...0x1EF9, 0x1F00...0x1FFC, 0x304C...0x3094, 0x30AC...0x30FE,
    ])

    private static let bases =
        scalars([0x61...0x7A, 0x41...0x5A, 0x391...0x3C9, 0x410...0x44F, 0x3046...0x307B, 0x30A6...0x30EF])
        + composedScalars
}
