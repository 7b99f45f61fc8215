import WireText

/// A choice of models: `all`, an id, or a pattern with `*` and `?`.
package struct ModelPattern: Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Whether it stands for several models; what does not is an id, known or not.
    package var isPattern: Bool { text == "all" || text.contains("*") || text.contains("?") }

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
    package func matches(_ candidate: String) -> Bool {
        let pattern = Array(text.lowercased().utf8)
        let bytes = Array(candidate.lowercased().utf8)
        var (place, start) = (0, 0)
        // Where the last `*` stood, and how far it has reached: going back to it is the only way back that is needed.
        var (star, reached): (Int?, Int) = (nil, 0)
        while start < bytes.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                (star, reached) = (place, start)
                place += 1
            } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") || pattern[place] == bytes[start] {
                place += 1
                start += 1
            } else if let last = star {
                reached += 1
                (place, start) = (last + 1, reached)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
