/// One place where two shapes differ.
struct ShapeDifference: Sendable, Hashable {
    /// What may differ without the service having changed.
    enum Weight: Sendable, Hashable {
        /// The service's own members and types.
        case drift
        /// What kind of content there is: a model chooses it anew each time.
        case choice
    }

    let path: String
    let text: String
    let weight: Weight

    /// The differences of two shapes, in the order of their paths.
    static func between(recorded: JSONShape, found: JSONShape, at path: String = "$") -> [ShapeDifference] {
        // Without elements on one side there is nothing to compare; an empty list is still a list.
        var differences: [ShapeDifference] = []
        if recorded.kinds != found.kinds {
            differences.append(
                ShapeDifference(
                    path: path, text: "was \(words(recorded.kinds)), is now \(words(found.kinds))", weight: .drift))
        }
        for name in Set(recorded.members.keys).union(found.members.keys).sorted() {
            let inner = "\(path).\(name)"
            let weight: Weight = isUnion(path) ? .choice : .drift
            switch (recorded.members[name], found.members[name]) {
            case (let before?, let after?): differences += between(recorded: before, found: after, at: inner)
            case (_?, nil): differences.append(ShapeDifference(path: inner, text: "is gone", weight: weight))
            case (nil, _?): differences.append(ShapeDifference(path: inner, text: "is new", weight: weight))
            case (nil, nil): break
            }
        }
        if let before = recorded.elements.first, let after = found.elements.first {
            differences += between(recorded: before, found: after, at: path + "[]")
        }
        return differences
    }

    /// Whether the members at that place are alternatives, of which a model chooses (ContentBlock, ContentBlockDelta,
    /// ContentBlockStart in the Amazon Bedrock API Reference).
    private static func isUnion(_ path: String) -> Bool {
        path.hasSuffix(".content[]") || path.hasSuffix(".delta") || path.hasSuffix(".start")
    }

    private static func words(_ kinds: Set<String>) -> String { kinds.sorted().joined(separator: " or ") }
}
