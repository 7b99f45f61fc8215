/// Percent-decoding of a path segment or a part of a query (RFC 3986 section 2.1).
package enum PercentDecoding {
    /// The text with each `%XX` resolved once; what is no such triplet stays, and bytes that are no UTF-8 become U+FFFD.
    package static func decode(_ source: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var place = 0
        while place < source.count {
            if source[place] == UInt8(ascii: "%"), place + 2 < source.count,
                let high = digit(source[place + 1]), let low = digit(source[place + 2])
            {
                bytes.append(high << 4 | low)
                place += 3
            } else {
                bytes.append(source[place])
                place += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
