/// The live page of `doctor serve --page`.
enum LivePage {
    /// The whole document; nil where this program has none, and the endpoint shows its index instead.
    static let html: String? = nil
    /// The value of its Content-Security-Policy.
    static let policy = "default-src 'none'"
}
