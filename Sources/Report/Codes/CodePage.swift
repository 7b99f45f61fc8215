/// What `doctor explain CODE` prints: the page of one code.
package struct CodePage: Sendable, Hashable {
    /// Kebab-case and stable.
    package let code: String

    /// One line without a full stop.
    package let title: String

    /// What the code says.
    package let meaning: String

    /// How it shows itself: the symptom somebody would search for.
    package let looksLike: String

    /// How it comes about.
    package let why: String

    /// What to do about it.
    package let mend: String

    /// The facts from which it is concluded.
    package let detection: String

    /// Where the rule is written down.
    package let source: String

    package init(
        code: String,
        title: String,
        meaning: String,
        looksLike: String,
        why: String,
        mend: String,
        detection: String,
        source: String
    ) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.looksLike = looksLike
        self.why = why
        self.mend = mend
        self.detection = detection
        self.source = source
    }

    /// The parts in reading order, with their headings.
    package var parts: [(heading: String, text: String)] {
        [
            ("Meaning", meaning),
            ("Looks like", looksLike),
            ("Why it happens", why),
            ("How to mend it", mend),
            ("How it is detected", detection),
            ("Source", source),
        ]
    }
}
