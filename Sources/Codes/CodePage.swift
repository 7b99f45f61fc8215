/// What `doctor explain CODE` prints below a code and its title.
package struct CodePage: Sendable, Hashable {
    /// What the code says.
    package let meaning: String

    /// How it shows itself: the symptom somebody would search for.
    package let looksLike: String

    /// How it comes about.
    package let why: String

    /// What to do about it.
    package let fix: String

    /// The facts from which it is concluded.
    package let detection: String

    /// Where the rule is written down.
    package let source: String

    /// The parts in reading order, with their headings.
    package var parts: [(heading: String, text: String)] {
        [
            ("Meaning", meaning),
            ("Looks like", looksLike),
            ("Why it happens", why),
            ("How to fix it", fix),
            ("How it is detected", detection),
            ("Source", source),
        ]
    }
}
