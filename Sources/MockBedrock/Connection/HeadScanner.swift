/// Finds the end of a request head in bytes that arrive in pieces.
///
/// A head ends at the first empty line (RFC 9112, section 2.1). A bare LF counts as a line end here, as it does
/// for many servers; whether the head is acceptable is left to the HTTP parser behind it.
struct HeadScanner: Sendable {
    /// How many bytes of the head were looked at so far.
    private(set) var scanned = 0
    /// How many bytes stand on the current line so far, its CR not counted.
    private var lineLength = 0
    private var endsInCR = false
    private var isFirstLine = true
    /// Whether the head has folded lines, raw bytes above ASCII in its request line, or perhaps an offer to upgrade.
    private(set) var needsRepair = false

    /// Looks at the bytes from where the last call stopped.
    ///
    /// - Parameter bytes: All bytes of the head so far, those of earlier calls included.
    /// - Returns: The length of the head with its empty line, or nil when the line is still to come.
    mutating func endOfHead(in bytes: some RandomAccessCollection<UInt8>) -> Int? {
        var index = bytes.index(bytes.startIndex, offsetBy: scanned)
        while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            scanned += 1
            switch byte {
            case UInt8(ascii: "\n"):
                if lineLength == 0 { return scanned }
                lineLength = 0
                endsInCR = false
                isFirstLine = false
            case UInt8(ascii: "\r") where !endsInCR:
                endsInCR = true
            default:
                if isFirstLine {
                    needsRepair = needsRepair || byte >= 0x80
                } else if lineLength == 0, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                    needsRepair = true
                } else if lineLength == 1, byte | 0x20 == UInt8(ascii: "p") {
                    // The second letter of `Upgrade`, which few other names have.
                    needsRepair = true
                }
                lineLength += 1
                endsInCR = false
            }
        }
        return nil
    }
}
