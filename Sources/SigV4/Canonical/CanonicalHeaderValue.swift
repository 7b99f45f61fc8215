extension ByteWriter {
    /// Writes a header value without surrounding white space and with each run of white space inside as one space.
    ///
    /// A folded line (a line break followed by white space, the obsolete form of RFC 9112, section 5.2) counts as a
    /// further value and is joined with a comma: AWS's signing suite has it so. Returns false if the value holds a line
    /// break that is not such a fold, or a NUL: sent like this it would end the header.
    @discardableResult
    mutating func append(canonicalHeaderValue value: [UInt8]) -> Bool {
        var lowest = UInt8.max
        for byte in value { lowest = min(lowest, byte) }
        if lowest > 0x20 {
            append(value)
            return true
        }
        return append(normalizingWhitespaceOf: value)
    }

    private mutating func append(normalizingWhitespaceOf value: [UInt8]) -> Bool {
        var isSendable = true
        var separator: UInt8?
        let start = count
        for index in value.indices {
            let byte = value[index]
            guard byte.isWhitespace else {
                if let separator, count > start { append(separator) }
                separator = nil
                append(byte)
                if byte == 0 { isSendable = false }
                continue
            }
            separator = separator ?? UInt8(ascii: " ")
            let next = index + 1 < value.count ? value[index + 1] : 0
            switch byte {
            case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"):
                continue
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                if next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") {
                    separator = UInt8(ascii: ",")
                } else {
                    isSendable = false
                }
            default:
                continue
            }
        }
        return isSendable
    }
}
