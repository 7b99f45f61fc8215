/// A canonical request cut into its sections, in bytes.
struct CanonicalLines {
    let method: [UInt8]
    let path: [UInt8]
    let query: [UInt8]
    let headers: [[UInt8]]
    let signedHeaders: [UInt8]
    let payloadHash: [UInt8]

    /// Cuts a canonical request; nil if it does not have the shape of one.
    init?(_ bytes: [UInt8]) {
        let lines = SectionDifference.lines(bytes)
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
