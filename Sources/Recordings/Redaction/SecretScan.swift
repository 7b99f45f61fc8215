/// Small steps over the bytes of a text that may hold secrets.
enum SecretScan {
    /// Whether the word stands at that place.
    static func matches(_ word: SecretWord, at start: Int, in text: borrowing Span<UInt8>) -> Bool {
        let bytes = word.bytes
        guard start + bytes.count <= text.count else { return false }
        for place in bytes.indices {
            let found = text[start + place]
            guard found != bytes[place] else { continue }
            guard word.letterCase == .ignored, 65...90 ~= found, found | 0x20 == bytes[place] else { return false }
        }
        return true
    }

    /// Where a value begins behind its label: after `:` or `=`, with quotes and spaces around it; nil if neither follows.
    static func valueStart(after label: Int, in text: borrowing Span<UInt8>) -> Int? {
        var place = skipQuotesAndSpaces(from: label, in: text)
        guard place < text.count else { return nil }
        if text[place] == UInt8(ascii: ":") || text[place] == UInt8(ascii: "=") {
            place += 1
        } else if matches(.encodedEquals, at: place, in: text)
            || matches(.encodedColon, at: place, in: text)
        {
            place += 3
        } else {
            return nil
        }
        return skipQuotesAndSpaces(from: place, in: text)
    }

    /// The longest run of letters that tokens and signatures are made of.
    ///
    /// It ends at a line feed, raw or as `\n`, a quote,
    /// a comma, an ampersand.
    static func value(from start: Int, in text: borrowing Span<UInt8>) -> Range<Int> {
        start..<end(from: start, in: text) { byte in
            isAlphanumeric(byte) || byte == 0x2B || byte == 0x2F || byte == 0x3D || byte == 0x5F || byte == 0x2D
                || byte == 0x25 || byte == 0x2E || byte == 0x7E
        }
    }

    /// Whether it has what prose has not: digits, underscores, or capitals in the middle.
    static func looksRandom(_ range: Range<Int>, in text: borrowing Span<UInt8>) -> Bool {
        for place in range {
            let byte = text[place]
            if 48...57 ~= byte || byte == 0x5F || (place > range.lowerBound && 65...90 ~= byte) { return true }
        }
        return false
    }

    static func end(from start: Int, in text: borrowing Span<UInt8>, while belongs: (UInt8) -> Bool) -> Int {
        var place = start
        while place < text.count, belongs(text[place]) { place += 1 }
        return place
    }

    static func isWord(at place: Int, in text: borrowing Span<UInt8>) -> Bool {
        place >= 0 && place < text.count && (isAlphanumeric(text[place]) || text[place] == 0x5F)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte
    }

    private static func skipQuotesAndSpaces(from start: Int, in text: borrowing Span<UInt8>) -> Int {
        // A quote inside JSON text comes with a backslash; a backslash before anything else begins a line feed.
        var place = start
        while place < text.count {
            switch text[place] {
            case 0x20, 0x09, 0x22, 0x27: place += 1
            case 0x5C where place + 1 < text.count && text[place + 1] == 0x22: place += 2
            default: return place
            }
        }
        return place
    }
}
