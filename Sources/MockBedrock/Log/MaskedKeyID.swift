/// An access key id as logs may show it: its last four characters.
///
/// A key id is no secret, but logs are pasted into issues; four characters are enough to tell two keys apart.
struct MaskedKeyID: Sendable, Hashable, CustomStringConvertible {
    let description: String

    init(_ accessKeyID: String) {
        // A key id of four characters or fewer would be shown whole.
        description = accessKeyID.count > 4 ? "…" + accessKeyID.suffix(4) : "…"
    }
}
