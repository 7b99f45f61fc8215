/// Finds the end of a request head in bytes that arrive in pieces.
///
/// A head ends at the first empty line (RFC 9112, section 2.1). A bare LF counts as a line end here, as it does
/// for many servers; whether the head is acceptable is left to the HTTP parser behind it.
struct HeadScanner: Sendable {
    /// How many bytes of the head were looked at so far.
    private(set) var scanned = 0
    /// Where the current line begins.
    private var lineStart = 0
    /// Whether the head has folded lines, raw bytes above ASCII in its request line, or perhaps an offer to upgrade.
    private(set) var needsRepair = false

    /// Looks at the bytes from where the last call stopped.
    ///
    /// - Parameter bytes: All bytes of the head so far, those of earlier calls included.
    /// - Returns: The length of the head with its empty line, or nil when the line is still to come.
    mutating func endOfHead(in bytes: Span<UInt8>) -> Int? {
        while scanned < bytes.count {
            // A loop of its own, with nothing in it but the search: it runs over every byte of every request.
            var end = scanned
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end &+= 1 }
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
        }
    }
}
