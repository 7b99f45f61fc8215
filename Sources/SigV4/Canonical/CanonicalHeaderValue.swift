import WireText

extension ByteWriter {
    /// Writes a header value without surrounding white space and with each run of white space inside as one space.
    ///
    /// A folded line (a line break followed by white space, the obsolete form of RFC 9112, section 5.2) is white space
    /// like any other. Returns false if the value holds a line break that is not such a fold, or a NUL: sent like this it
    /// would end the header.
    @discardableResult
    mutating func append(canonicalHeaderValue value: Span<UInt8>) -> Bool {
        if value.smallest <= 0x20 { return append(normalizingWhitespaceOf: value) }
        append(value)
        return true
    }

    private mutating func append(normalizingWhitespaceOf value: Span<UInt8>) -> Bool {
        var isSendable = true
        var isSeparated = false
        let start = count
        for index in value.indices {
            let byte = value[index]
            guard byte.isWhitespace else {
                if isSeparated, count > start { append(UInt8(ascii: " ")) }
                isSeparated = false
                append(byte)
                if byte == 0 { isSendable = false }
                continue
            }
            isSeparated = true
            let next = index + 1 < value.count ? value[index + 1] : 0
            switch byte {
            case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"):
                continue
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                if next != UInt8(ascii: " "), next != UInt8(ascii: "\t") { isSendable = false }
            default:
                continue
            }
        }
        return isSendable
    }
}
