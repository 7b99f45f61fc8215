import Report

/// Why an adapter cannot be talked to any further.
///
/// Nothing is known then of the cases that it had not answered.
package struct AdapterFault: Error, Sendable, Hashable {
    /// Which rule of the protocol was broken.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The first line does not say who the adapter is.
        case hello
        /// A line is not a JSON object with an id.
        case line
        /// A line is longer than any answer.
        case length
        /// An answer to a case that was not given, or was answered already.
        case id
        /// No answer came in time.
        case silence
        /// The output ended before every case was answered.
        case ending
    }

    package var kind: Kind
    package var message: String
    /// Whether the adapter ended by itself.
    package var hasEnded = false

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// A fault of one line of the adapter's output.
    init(_ kind: Kind, line number: Int, _ message: String, _ line: [UInt8]) {
        let shown = PrintableText.escaped(String(decoding: line.prefix(400), as: UTF8.self), limit: 160)
        self.init(kind, "line \(number) of the adapter's output: \(message)\n  \(shown.isEmpty ? "(empty)" : shown)")
    }
}
