/// An input that cannot be explained because it cannot be understood: where it is, and what was expected there.
package struct InputFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the input: a file, or `standard input`.
    package let input: String

    /// The line of the fault, from 1; `nil` when it is the input as a whole.
    package let line: Int?

    /// What was found, and what was expected instead.
    package let message: String

    package init(_ input: String, line: Int? = nil, _ message: String) {
        self.input = input
        self.line = line
        self.message = message
    }

    /// `NAME: line N: MESSAGE`.
    package var description: String {
        input + (line.map { ": line \($0)" } ?? "") + ": " + message
    }
}
