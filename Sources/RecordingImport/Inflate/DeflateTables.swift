/// The numbers of RFC 1951 section 3.2.5 and 3.2.7.
enum DeflateTables {
    struct Entry {
        let base: Int
        let extraBits: Int
    }

    /// Match lengths by symbol, from 257 on.
    static let lengths: [Entry] = {
        let extraBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]
        return entries(from: 3, extraBits) + [Entry(base: 258, extraBits: 0)]
    }()

    /// Match distances by symbol.
    static let distances = entries(
        from: 1,
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13])

    /// In which order the lengths of the code for lengths stand.
    static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    /// Each entry begins where the one before ends.
    private static func entries(from first: Int, _ extraBits: [Int]) -> [Entry] {
        var base = first
        return extraBits.map { bits in
            defer { base += 1 << bits }
            return Entry(base: base, extraBits: bits)
        }
    }
}
