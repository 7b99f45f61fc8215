/// A fact as a person sees it: a short name, and a text.
package struct FactRow: Sendable, Hashable {
    /// What it is called in front of the text, such as `said` or `Canonical request`.
    package let name: String

    /// The text, with no secret and no control character in it.
    package let text: String

    /// Makes a row; `nil` where there is nothing to show.
    package init?(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else { return nil }
        self.name = name
        self.text = text
    }
}
