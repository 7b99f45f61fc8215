extension StringProtocol {
    /// How many columns of a terminal the text takes: two for a wide character, none for what joins the one before.
    ///
    /// Control sequences for colour (`ESC [ ... m`) take none. Wide is what Unicode's East Asian Width (UAX #11) calls
    /// wide or full-width, and what is shown as a picture.
    var columns: Int {
        // Nearly all of it is ASCII without colour, one byte a column.
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        var columns = 0
        var rest = self[...]
        while let character = rest.first {
            if character == "\u{1B}", rest.dropFirst().first == "[", let end = rest.firstIndex(of: "m") {
                rest = rest[rest.index(after: end)...]
            } else {
                columns += character.columns
                rest = rest.dropFirst()
            }
        }
        return columns
    }

    /// The longest beginning of the text that fits into so many columns.
    func prefix(columns limit: Int) -> SubSequence {
        var columns = 0
        return prefix { character in
            columns += character.columns
            return columns <= limit
        }
    }
}

extension Character {
    /// How many columns of a terminal the character takes: 0, 1 or 2.
    var columns: Int {
        if let ascii = asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
        // The sign that asks for a picture makes one of a narrow symbol.
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        return unicodeScalars.reduce(0) { Swift.max($0, $1.columns) }
    }

    /// Whether the character takes two columns.
    var isWide: Bool { columns == 2 }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        // Medial vowels and final consonants of Hangul are drawn into the syllable that they end.
        if (0x1160...0x11FF).contains(value) { return 0 }
        let isWide = properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) }
        return isWide ? 2 : 1
    }

    /// The blocks of wide and full-width characters, after EastAsianWidth.txt of Unicode 16.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
        0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
