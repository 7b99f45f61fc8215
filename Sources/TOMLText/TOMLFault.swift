/// Why a text is not TOML: the place, and what was expected there.
package struct TOMLFault: Error, Sendable, Hashable {
    /// The line, from 1.
    package let line: Int
    /// The column in characters of Unicode, from 1.
    package let column: Int
    /// What was expected, or what is wrong.
    package let message: String
}
