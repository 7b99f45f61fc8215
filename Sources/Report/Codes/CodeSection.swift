/// The codes of one subject, as `doctor explain` lists them.
package struct CodeSection: Sendable, Hashable {
    package let title: String
    package let pages: [CodePage]
}
