import WireText

/// Finds the end of a request head in bytes that arrive in pieces.
///
/// A head ends at the first empty line (RFC 9112, section 2.1). A bare LF counts as a line end here, as it does
/// for many servers; whether the head is acceptable is left to the HTTP parser behind it.
package struct HeadScanner: Sendable {
    /// How many bytes of the head were looked at so far.
    private(set) var scanned = 0
    /// Where the current line begins.
    private var lineStart = 0
    /// Whether the head has folded lines, blanks at their ends, raw bytes above ASCII in its request line, or perhaps an offer to
    /// upgrade.
    package private(set) var needsRepair = false

    package init() {}

    /// Looks at the bytes from where the last call stopped.
    ///
    /// - Parameter bytes: All bytes of the head so far, those of earlier calls included.
    /// - Returns: The length of the head with its empty line, or nil when the line is still to come.
    package mutating func endOfHead(in bytes: Span<UInt8>) -> Int? {
        while scanned < bytes.count {
            let end = bytes.place(of: UInt8(ascii: "\n"), from: scanned)
            guard end < bytes.count else {
                scanned = end
                return nil
            }
            scanned = end + 1
            let line = lineStart..<end
            if line.isEmpty || line.count == 1 && bytes[line.lowerBound] == UInt8(ascii: "\r") { return scanned }
            look(at: line, in: bytes)
            lineStart = scanned
        }
        return nil
    }

    private mutating func look(at line: Range<Int>, in bytes: Span<UInt8>) {
        if line.lowerBound == 0 {
            for index in line where bytes[index] >= 0x80 { needsRepair = true }
            return
        }
        switch bytes[line.lowerBound] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): needsRepair = true
        default:
            // The second letter of `Upgrade`, which few other names have.
            if line.count > 1, bytes[line.lowerBound + 1] | 0x20 == UInt8(ascii: "p") { needsRepair = true }
            let last = bytes[line.upperBound - 1] == UInt8(ascii: "\r") ? line.upperBound - 2 : line.upperBound - 1
            if last > line.lowerBound, bytes[last] == UInt8(ascii: "\t") || bytes[last] == UInt8(ascii: " ") {
                needsRepair = true
            }
        }
    }
}
