/// Whether a name of a model has ended, where a text was cut or broken behind it.
package enum WholeModelName {
    /// Known ids that begin another one, as `anthropic.claude-opus-5` begins `anthropic.claude-opus-5-5`.
    private static let beginnings: Set<String> = {
        let ids = ModelCatalog.documented.models.map(\.id)
        return Set(ids.filter { id in ids.contains { $0.hasPrefix(id + "-") } })
    }()

    /// Whether a name is known, and begins no other name that is known.
    package static func isWhole(_ name: String) -> Bool {
        guard let entry = ModelCatalog.documented.entry(for: name) else { return false }
        return !beginnings.contains(entry.id)
    }
}
