/// One way to mend what a finding names.
package struct Remedy: Sendable, Hashable {
    /// What to do, as a sentence.
    package var text: String

    /// The exact next command to type, safe to paste into a POSIX shell; `nil` when no command mends it.
    package var command: String?

    package init(_ text: String, command: String? = nil) {
        self.text = text
        self.command = command
    }
}
