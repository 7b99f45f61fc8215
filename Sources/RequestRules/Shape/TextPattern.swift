import Synchronization

/// The patterns of a service model, held against whole texts.
enum TextPattern {
    /// Each pattern as it was compiled when it was first met, `nil` for one that Swift cannot read.
    ///
    /// The mock asks for each tool name and id of each request, and compiling costs a hundred times what matching does.
    /// Their number is that of the model's patterns.
    private static let known = Mutex<[String: Regex<AnyRegexOutput>?]>([:])

    /// Whether the whole text matches.
    ///
    /// A pattern that Swift cannot read matches everything: it is a pattern that we cannot judge by.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        known.withLock { known in
            let regex: Regex<AnyRegexOutput>?
            if let compiled = known[pattern] {
                regex = compiled
            } else {
                regex = try? compiled(pattern)
                known[pattern] = .some(regex)
            }
            guard let regex else { return true }
            return (try? regex.wholeMatch(in: text)) != nil
        }
    }

    /// The pattern by scalar values, as the service counts.
    static func compiled(_ pattern: String) throws -> Regex<AnyRegexOutput> {
        try Regex(pattern).matchingSemantics(.unicodeScalar)
    }
}
