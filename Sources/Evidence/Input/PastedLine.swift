import WireText

/// A line of an input, with the number by which a person finds it.
package struct PastedLine: Sendable, Hashable {
    /// From 1, as an editor counts.
    package let number: Int
    package let text: String

    package init(number: Int, text: String) {
        self.number = number
        self.text = text
    }
}

extension InputExcerpt {
    /// What a person pastes beside a failure has no more lines, and no longer ones.
    private static let lineLimit = 2_000
    private static let widthLimit = 2_000

    /// The first lines of it, as text.
    package var pasted: [PastedLine] {
        numbered.prefix(Self.lineLimit).map {
            PastedLine(number: $0.number, text: $0.bytes.prefix(Self.widthLimit).text)
        }
    }
}
