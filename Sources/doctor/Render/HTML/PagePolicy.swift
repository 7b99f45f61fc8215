import SigV4
import WireText

/// The Content Security Policy of a page of ours: its very style and its very script, and nothing else.
enum PagePolicy {
    /// The source expression that allows a style or a script (CSP 3, 6.7.2: the hash of what stands between the tags).
    static func source(_ text: String) -> String {
        "'sha256-\(Base64.text(SHA256Digest.hash(Array(text.utf8)).bytes))'"
    }
}
