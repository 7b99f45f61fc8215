/// A body in chunks, as it stands in a dump of the wire (RFC 9112, section 7.1).
package enum ChunkedBody {
    /// The body without its chunk sizes; `nil` when it is not in chunks, as when a tool has taken them off already.
    package static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var body: [UInt8] = []
        var rest = text
        while let end = rest.firstIndex(of: 0x0A) {
            guard let size = size(rest[..<end]) else { return nil }
            rest = rest[(end + 1)...]
            if size == 0 { return body }
            guard size <= rest.count else { return nil }
            body += rest.prefix(size)
            rest = rest.dropFirst(size)
            if rest.first == 0x0D { rest = rest.dropFirst() }
            guard rest.isEmpty || rest.first == 0x0A else { return nil }
            rest = rest.dropFirst()
        }
        return body.isEmpty ? nil : body
    }

    /// The size on a line, extensions left out.
    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        var digits = line.prefix { $0 != UInt8(ascii: ";") }.drop { $0.isWhitespace }
        while digits.last?.isWhitespace == true { digits = digits.dropLast() }
        guard (1...8).contains(digits.count) else { return nil }
        var size = 0
        for digit in digits {
            guard let value = digit.hexDigit else { return nil }
            size = size << 4 | Int(value)
        }
        return size
    }
}
