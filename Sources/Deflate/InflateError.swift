/// Why compressed bytes could not be expanded.
package struct InflateError: Error, Sendable, Hashable {
    /// What is wrong.
    package enum Reason: Sendable, Hashable {
        /// The data stops in the middle.
        case truncated
        /// The data is damaged, or not compressed in this way; the words are zlib's.
        case damaged(String)
        /// The data wants a preset dictionary, which HTTP does not define (RFC 1950, section 2.2).
        case dictionary
        /// Something follows the compressed data.
        case trailingBytes
        /// The data expands to more than it may.
        case tooLong(limit: Int)
        /// There is no memory to expand it.
        case outOfMemory
    }

    package let reason: Reason

    package init(_ reason: Reason) { self.reason = reason }
}

extension InflateError: CustomStringConvertible {
    /// What was found in place of compressed data, in words that follow "found".
    package var description: String {
        switch reason {
        case .truncated: "compressed data that stops in the middle"
        case .damaged(let words): "compressed data that is damaged (zlib: \(words))"
        case .dictionary: "compressed data that needs a preset dictionary"
        case .trailingBytes: "compressed data with other bytes behind it"
        case .tooLong(let limit): "data that expands to more than \(limit) bytes"
        case .outOfMemory: "compressed data, and no memory to expand it"
        }
    }
}
