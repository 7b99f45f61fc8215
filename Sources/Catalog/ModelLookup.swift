/// What the catalog knows of an id as somebody wrote it.
package struct ModelLookup: Sendable {
    /// The id as written.
    package let written: String
    package let reference: ModelReference

    /// The entry, when the id is spelt exactly.
    package let entry: ModelEntry?

    /// The state on the day of the question; `nil` without an entry.
    package let lifecycle: ModelEntry.Lifecycle?

    /// The known id that was probably meant, when this one is not known.
    package let suggestion: String?

    /// The model to move to.
    package var successor: String? { entry?.successor }
}
