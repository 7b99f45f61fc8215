import WireText

extension TOMLParser {
    /// A string in quotes, on one line, with escapes.
    mutating func basicString() throws(TOMLFault) -> String {
        place += 1
        var text: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard !byte.isForbidden else { throw fault("expected a quote that closes the string") }
            if byte == UInt8(ascii: "\\") {
                try escape(into: &text)
            } else {
                text.append(byte)
                place += 1
            }
        }
        try expect(UInt8(ascii: "\""), "a quote that closes the string")
        return String(decoding: text, as: UTF8.self)
    }

    /// A string in single quotes, on one line, as it is.
    mutating func literalString() throws(TOMLFault) -> String {
        place += 1
        let start = place
        while let byte = peek, byte != UInt8(ascii: "'") {
            guard !byte.isForbidden else { throw fault("expected a single quote that closes the string") }
            place += 1
        }
        let text = bytes[start..<place]
        try expect(UInt8(ascii: "'"), "a single quote that closes the string")
        return String(decoding: text, as: UTF8.self)
    }

    /// A string between three quotes of either kind, which may have line breaks.
    ///
    /// A break right behind the opening quotes is not part of it; up to two quotes may stand before the closing ones.
    mutating func longString(_ quote: UInt8) throws(TOMLFault) -> String {
        let start = place
        place += 3
        _ = skipNewline()
        var text: [UInt8] = []
        while let byte = peek {
            if byte == quote {
                let count = bytes[place...].prefix(5).prefix { $0 == quote }.count
                place += count
                guard count >= 3 else {
                    text += [UInt8](repeating: quote, count: count)
                    continue
                }
                text += [UInt8](repeating: quote, count: count - 3)
                return String(decoding: text, as: UTF8.self)
            }
            if skipNewline() {
                text.append(UInt8(ascii: "\n"))
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if !skipBreak() { try escape(into: &text) }
            } else {
                guard !byte.isForbidden else { throw fault("a control character in a string") }
                text.append(byte)
                place += 1
            }
        }
        throw fault("three quotes that are not closed", at: start)
    }

    /// Skips a backslash at the end of a line, and all white space behind it.
    private mutating func skipBreak() -> Bool {
        let start = place
        place += 1
        skipBlanks()
        guard skipNewline() else {
            place = start
            return false
        }
        repeat { skipBlanks() } while skipNewline()
        return true
    }

    private mutating func escape(into text: inout [UInt8]) throws(TOMLFault) {
        let start = place
        place += 1
        let letter = peek
        place += 1
        switch letter {
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(bytes[place - 1])
        case UInt8(ascii: "u"): text += try scalar(digits: 4, from: start)
        case UInt8(ascii: "U"): text += try scalar(digits: 8, from: start)
        default: throw fault("expected an escape: one of \\b \\t \\n \\f \\r \\\" \\\\ \\uXXXX \\UXXXXXXXX", at: start)
        }
    }

    private mutating func scalar(digits count: Int, from start: Int) throws(TOMLFault) -> [UInt8] {
        let digits = bytes[min(place, bytes.count)...].prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0.hexDigit != nil }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value)
        else { throw fault("expected \(count) hexadecimal digits of a character", at: start) }
        place += count
        return Array(String(Character(scalar)).utf8)
    }
}
