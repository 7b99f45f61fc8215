/// A canonical request cut into its sections, in bytes.
package struct CanonicalLines: Sendable {
    package let method: [UInt8]
    package let path: [UInt8]
    package let query: [UInt8]
    /// The lines `name:value`, without line feeds.
    package let headers: [[UInt8]]
    package let signedHeaders: [UInt8]
    package let payloadHash: [UInt8]

    /// Cuts a canonical request; nil if it does not have the shape of one.
    package init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        // Three lines, the headers, an empty line, two lines.
        guard lines.count >= 6, lines[lines.count - 3].isEmpty else { return nil }
        method = lines[0]
        path = lines[1]
        query = lines[2]
        headers = Array(lines[3..<(lines.count - 3)])
        signedHeaders = lines[lines.count - 2]
        payloadHash = lines[lines.count - 1]
    }
}
