import JSONText
import WireText

extension TOMLParser {
    /// The value at the place.
    mutating func value(depth: Int) throws(TOMLFault) -> JSONValue {
        guard depth < Self.deepest else { throw fault("values are nested at most \(Self.deepest) deep") }
        switch peek {
        case UInt8(ascii: "\""):
            return .string(isNext("\"\"\"") ? try longString(UInt8(ascii: "\"")) : try basicString())
        case UInt8(ascii: "'"):
            return .string(isNext("'''") ? try longString(UInt8(ascii: "'")) : try literalString())
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "{"): return .object(try inlineTable(depth: depth))
        default: return try plainValue()
        }
    }

    /// Values in brackets, with line breaks and comments wherever blanks may be.
    private mutating func array(depth: Int) throws(TOMLFault) -> [JSONValue] {
        place += 1
        var values: [JSONValue] = []
        while true {
            try skipLines()
            if peek == UInt8(ascii: "]") { break }
            guard peek != nil else { throw fault("expected a bracket that closes the array") }
            values.append(try value(depth: depth + 1))
            try skipLines()
            guard peek == UInt8(ascii: ",") else { break }
            place += 1
        }
        try expect(UInt8(ascii: "]"), "a comma, or a bracket that closes the array")
        return values
    }

    private mutating func skipLines() throws(TOMLFault) {
        skipBlanks()
        while let byte = peek, byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
            try endOfLine()
            skipBlanks()
        }
    }

    /// Pairs in braces, on one line and without a comma at the end.
    private mutating func inlineTable(depth: Int) throws(TOMLFault) -> JSONObject {
        place += 1
        // A tree of its own: nothing outside adds to it, and nothing is left of it but its value.
        var inner = TOMLParser(bytes)
        (inner.place, inner.tree) = (place, TOMLTree())
        inner.skipBlanks()
        if inner.peek != UInt8(ascii: "}") {
            while true {
                try inner.pair(in: 0, depth: depth + 1)
                inner.skipBlanks()
                guard inner.peek == UInt8(ascii: ",") else { break }
                inner.place += 1
            }
        }
        try inner.expect(UInt8(ascii: "}"), "a comma, or a brace that closes the table")
        place = inner.place
        return inner.tree.object(of: 0)
    }

    /// A Boolean, a number, a date or a time: what ends at a blank, a comma, a bracket or a comment.
    private mutating func plainValue() throws(TOMLFault) -> JSONValue {
        let start = place
        var word = plainWord()
        guard !word.isEmpty else { throw fault("expected a value") }
        if word == "true" || word == "false" { return .bool(word == "true") }
        if TOMLTime.isDate(word) {
            // Between date and time there may be a blank instead of a T.
            let end = place
            if peek == UInt8(ascii: " "), place + 1 < bytes.count, bytes[place + 1].isDigit {
                place += 1
                word += "T" + plainWord()
                if !TOMLTime.isValid(word) { place = end }
            }
            if TOMLTime.isValid(word) { return .null }
        }
        if TOMLTime.isValid(word) { return .null }
        guard let number = TOMLNumber(word) else {
            throw fault("expected a value: a string, a number, true, false, a date, an array or a table", at: start)
        }
        return number.json
    }

    private mutating func plainWord() -> String {
        let start = place
        while let byte = peek, byte.isLetter || byte.isDigit || [0x2B, 0x2D, 0x2E, 0x3A, 0x5F].contains(byte) {
            place += 1
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }
}
