/// An access key id as prints may show it: its last four characters.
///
/// A key id is not a secret, but prints are pasted into issues; four characters are enough to tell two keys apart. And what
/// stands in its place may be a secret: the two are easily swapped.
package struct MaskedKeyID: Sendable, Hashable, CustomStringConvertible {
    /// The last four characters; none of a value shorter than twelve, of which they would be a third.
    package let description: String

    package init(_ accessKeyID: String) {
        description = accessKeyID.utf8.count >= 12 ? "…" + accessKeyID.suffix(4) : "…"
    }
}
