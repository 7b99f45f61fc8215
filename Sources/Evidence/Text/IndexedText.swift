import WireText

/// A text in which many phrases are looked for, of which most do not stand in it.
///
/// One pass notes which three bytes stand anywhere one behind the other; a phrase with three others is told to be absent
/// without a look at the text. So the cost of a hundred phrases hardly grows with the text.
package struct IndexedText: Sendable {
    package let bytes: ByteText

    /// A bit for each key of three bytes that stand in the text.
    private let present: [UInt64]

    package init(_ bytes: ByteText) {
        self.bytes = bytes
        var present = [UInt64](repeating: 0, count: Self.keys / 64)
        var key = 0
        var missing = 2
        for byte in bytes {
            key = Self.key(key, then: byte)
            if missing > 0 { missing -= 1 } else { present[key / 64] |= 1 << UInt64(key % 64) }
        }
        self.present = present
    }

    package init(_ text: String) { self.init(Array(text.utf8)[...]) }

    /// Different bytes may have the same key: of those that stand in a text no key is missed.
    private static let keys = 1 << 15

    /// The key of a byte and the two before it; what stood before those is shifted out.
    private static func key(_ key: Int, then byte: UInt8) -> Int { (key << 5 ^ Int(byte)) & (keys - 1) }

    /// Whether a phrase may stand in the text; where not, it does not.
    package func mayHold(_ phrase: String) -> Bool {
        var key = 0
        var missing = 2
        for byte in phrase.utf8 {
            key = Self.key(key, then: byte)
            if missing > 0 {
                missing -= 1
            } else if present[key / 64] & 1 << UInt64(key % 64) == 0 {
                return false
            }
        }
        return true
    }

    /// Where a phrase stands first.
    package func range(of phrase: String) -> Range<Int>? { mayHold(phrase) ? bytes.range(of: phrase) : nil }

    package func contains(_ phrase: String) -> Bool { range(of: phrase) != nil }
}
