/// An access key id as prints may show it: its last four characters.
///
/// A key id is not a secret, but prints are pasted into issues; four characters are enough to tell two keys apart. And what
/// stands in its place may be a secret: the two are easily swapped.
package struct MaskedKeyID: Sendable, Hashable, CustomStringConvertible {
    /// The last four characters; none of a value shorter than twelve, of which they would be a third.
    package let description: String

    package init(_ accessKeyID: String) {
        description = accessKeyID.utf8.count >= 12 ? "…" + Self.end(of: accessKeyID) : "…"
    }

    /// The last four characters; of a real id they are four bytes, and finding characters costs a server more than a look.
    private static func end(of accessKeyID: String) -> String {
        let utf8 = accessKeyID.utf8
        let last = utf8.index(utf8.endIndex, offsetBy: -4)
        // A carriage return and a line feed are one character.
        guard utf8[last...].allSatisfy({ 0x20..<0x7F ~= $0 }) else { return String(accessKeyID.suffix(4)) }
        return String(accessKeyID[last...])
    }
}
