import Testing

/// A text of any length as an argument of a test: a run prints its arguments whole, so a long one is shown by its beginning
/// and its size.
package struct LongText: Sendable, ExpressibleByStringLiteral, CustomTestStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// A text that repeats a piece.
    package init(repeating piece: String, count: Int) { text = String(repeating: piece, count: count) }

    package init(stringLiteral text: String) { self.init(text) }

    package var testDescription: String {
        text.utf8.count <= 200
            ? text.debugDescription : "\(String(text.prefix(60)).debugDescription)…, \(text.utf8.count) bytes"
    }
}
