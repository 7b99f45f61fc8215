import WireText

/// Percent-encoding as SigV4 wants it: capitals in escapes, and nothing bare but unreserved characters (and, in a path,
/// the slash).
extension ByteWriter {
    /// Writes `text` with every byte but unreserved ones encoded: the value of a query parameter.
    mutating func append(percentEncoded text: some Sequence<UInt8>) {
        for byte in text {
            if byte.isUnreserved { append(byte) } else { append(percentEncoding: byte) }
        }
    }

    /// Writes a path that is encoded once more, escapes included; slashes stay.
    mutating func append(encodedPath path: Span<UInt8>, in range: Range<Int>) {
        var index = range.lowerBound
        while index <= range.upperBound - 8 {
            let word = path.fullWord(from: index)
            // Eight bytes are written; what follows the first that has to be looked at is written over.
            let plain = (~word.bytesPlainInPath & 0x8080_8080_8080_8080).leadingZeroBitCount / 8
            append(word: word, length: plain)
            index += min(plain, 8)
            if plain < 8 {
                append(pathByte: path[index])
                index += 1
            }
        }
        while index < range.upperBound {
            append(pathByte: path[index])
            index += 1
        }
    }

    @inline(__always)
    private mutating func append(pathByte byte: UInt8) {
        if byte.isUnreserved || byte == UInt8(ascii: "/") { append(byte) } else { append(percentEncoding: byte) }
    }

    /// Writes encoded text in its normal form: each escape is decoded and its byte encoded again if it must be.
    ///
    /// A `%` that begins no escape is a byte like any other and becomes `%25`. With `slash`, a bare slash stays bare,
    /// while an encoded one stays encoded.
    mutating func append(normalizingEscapesOf text: [UInt8], in range: Range<Int>, keeping slash: UInt8? = nil) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            index += 1
            if byte.isUnreserved || byte == slash {
                append(byte)
            } else if byte == UInt8(ascii: "%"), index + 1 < range.upperBound,
                let high = text[index].hexDigit, let low = text[index + 1].hexDigit
            {
                let decoded = high << 4 | low
                if decoded.isUnreserved { append(decoded) } else { append(percentEncoding: decoded) }
                index += 2
            } else {
                append(percentEncoding: byte)
            }
        }
    }
}
