/// The first eight bytes of a header name in lower case, as a number that sorts as they do.
///
/// Most header names differ there, so that sorting them is comparing words.
enum HeaderNameKey {
    @inline(__always)
    static func prefix(of name: String) -> UInt64 {
        var prefix: UInt64 = 0
        var count = 0
        for byte in name.utf8 {
            if count == 8 { return prefix }
            prefix = prefix << 8 | UInt64(byte.asciiLowercased)
            count += 1
        }
        return prefix << UInt64(8 * (8 - count))
    }

    /// Whether two names are equal but for ASCII case.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count
            && zip(left.utf8, right.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }

    /// Whether one name sorts before another, by the bytes of their lower-case forms.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8) { $0.asciiLowercased < $1.asciiLowercased }
    }
}
