/// A file of vectors, schema `sigv4-vectors/1`; `vectors/README.md` describes it.
package struct VectorFile: Sendable {
    package static let schema = "sigv4-vectors/1"

    package var path: String
    /// The oracle that made the expected values.
    package var source: Source
    /// For each flag: why it exists and which mistake it catches.
    package var notes: [String: String]
    package var cases: [VectorCase]

    /// The oracle that made the expected values.
    package struct Source: Sendable, Hashable {
        package var name: String
        package var version: String
    }
}
