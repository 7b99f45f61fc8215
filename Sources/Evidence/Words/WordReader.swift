import WireText

/// Reads the lower-case words of a text, and where the piece stands that each was read from.
///
/// Nearly every text is ASCII, and every rule reads words: bytes are read there, and scalars only in a piece that holds others.
struct WordReader {
    private(set) var words: [String] = []

    /// Of each word, where its piece begins, in bytes.
    private(set) var places: [Int] = []

    init(_ text: [UInt8]) {
        var start = 0
        while start < text.count {
            let piece = Self.piece(of: text, from: start)
            if piece.length > 0 {
                read(text[start..<(start + piece.length)], isASCII: piece.isASCII)
                while places.count < words.count { places.append(start) }
            }
            start += piece.length + piece.separator
        }
    }

    private mutating func read(_ piece: ArraySlice<UInt8>, isASCII: Bool) {
        if let name = Placeholder.name(for: piece, isASCII: isASCII) {
            words.append(name)
        } else if isASCII {
            readBytes(piece)
        } else {
            readScalars(String(decoding: piece, as: UTF8.self))
        }
    }

    private mutating func readBytes(_ piece: ArraySlice<UInt8>) {
        var word: [UInt8] = []
        word.reserveCapacity(piece.count)
        for byte in piece where byte != UInt8(ascii: "'") {
            if byte.isLetter || byte.isDigit {
                word.append(byte.asciiLowercased)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    }

    private mutating func readScalars(_ piece: String) {
        var word = ""
        for scalar in piece.unicodeScalars where !scalar.isApostrophe {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
    }

    // MARK: Pieces

    /// How long the piece at a place is, whether it is ASCII, and how long what ends it is: white space, a quote or a bracket.
    private static func piece(of text: [UInt8], from start: Int) -> (length: Int, separator: Int, isASCII: Bool) {
        var (place, isASCII) = (start, true)
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 {
                if byte.isWhitespace || marks.contains(byte) { return (place - start, 1, isASCII) }
                place += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let end = min(place + length, text.count)
            let scalar = String(decoding: text[place..<end], as: UTF8.self).unicodeScalars.first
            if scalar?.properties.isWhitespace ?? false { return (place - start, end - place, isASCII) }
            (place, isASCII) = (end, false)
        }
        return (place - start, 0, isASCII)
    }

    private static let marks = Array("\"`()[]{}<>,;".utf8)
}

extension Unicode.Scalar {
    /// Whether it is an apostrophe, as keyboards and programs write it.
    var isApostrophe: Bool {
        self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "\u{02BC}" || self == "\u{FF07}"
    }
}
