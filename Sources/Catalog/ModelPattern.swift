import WireText

/// A choice of models: `all`, an id, or a pattern with `*` and `?`.
package struct ModelPattern: Sendable {
    private let pattern: Wildcard

    package init(_ text: String) { pattern = Wildcard(text, letters: .inAnyCase) }

    package var text: String { pattern.text }

    /// Whether it stands for several models; what does not is an id, known or not.
    package var isPattern: Bool { text == "all" || pattern.isPattern }

    /// The ids of models that it matches, in the order of the catalog; a pattern with a profile's prefix gives profiles.
    ///
    /// Ids of `bedrock-mantle` alone are left out: Converse takes none of them.
    package func ids(in catalog: ModelCatalog) -> [String] {
        let models = catalog.models.filter(\.isForConverse)
        if text == "all" { return models.map(\.id) }
        let bare = models.map(\.id).filter(matches)
        return bare.isEmpty
            ? models.flatMap { model in model.profiles.map { "\($0.prefix).\(model.id)" } }.filter(matches) : bare
    }

    /// Whether a text is what the pattern says, from its beginning to its end, in capitals or not.
    package func matches(_ candidate: String) -> Bool { pattern.matches(candidate) }
}
