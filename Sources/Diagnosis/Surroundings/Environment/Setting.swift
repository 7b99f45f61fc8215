/// A value and where it came from.
package struct Setting: Sendable, Hashable {
    package var value: String

    /// A variable's name, a flag, a file and key, or `default`.
    package var origin: String

    package init(_ value: String, origin: String) {
        self.value = value
        self.origin = origin
    }
}
