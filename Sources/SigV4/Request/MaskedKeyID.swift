/// An access key id as prints may show it: its last four characters.
///
/// A key id is not a secret, but prints are pasted into issues; four characters are enough to tell two keys apart. And what
/// stands in its place may be a secret: the two are easily swapped.
package struct MaskedKeyID: Sendable, Hashable, CustomStringConvertible {
    /// The last four characters; none of a value shorter than twelve, of which they would be a third.
    package let description: String

    package init(_ accessKeyID: String) {
        let bytes = accessKeyID.utf8.span
        guard bytes.count >= 12 else {
            description = "…"
            return
        }
        // Of a real id the last four characters are four bytes, and finding characters costs a server more than a look.
        let end = bytes.count
        let (first, second, third, fourth) = (bytes[end - 4], bytes[end - 3], bytes[end - 2], bytes[end - 1])
        // A carriage return and a line feed are one character.
        let plain: Range<UInt8> = 0x20..<0x7F
        guard plain ~= first, plain ~= second, plain ~= third, plain ~= fourth else {
            description = "…" + accessKeyID.suffix(4)
            return
        }
        // The first three are the ellipsis.
        description = String(decoding: [0xE2, 0x80, 0xA6, first, second, third, fourth], as: UTF8.self)
    }
}
