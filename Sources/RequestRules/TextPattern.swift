/// The patterns of a service model, held against whole texts.
enum TextPattern {
    /// Whether the whole text matches.
    ///
    /// A pattern that Swift cannot read matches everything: it is a pattern that we cannot judge by.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let regex = try? compiled(pattern) else { return true }
        return (try? regex.wholeMatch(in: text)) != nil
    }

    /// The pattern by scalar values, as the service counts.
    static func compiled(_ pattern: String) throws -> Regex<AnyRegexOutput> {
        try Regex(pattern).matchingSemantics(.unicodeScalar)
    }
}
