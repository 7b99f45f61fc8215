/// A body in chunks, as it stands in a dump of the wire (RFC 9112, section 7.1).
enum ChunkedText {
    /// The body without its chunk sizes; `nil` when it is not in chunks, as when a tool has taken them off already.
    static func decoded(_ text: ByteText) -> [UInt8]? {
        var body: [UInt8] = []
        var rest = text
        while let end = rest.firstIndex(of: 0x0A) {
            let line = rest[..<end].trimmed.prefix { $0 != UInt8(ascii: ";") }
            guard (1...8).contains(line.count), let size = Int(line.text, radix: 16), size >= 0 else { return nil }
            rest = rest[(end + 1)...]
            if size == 0 { return body }
            guard size <= rest.count else { return nil }
            body += rest.prefix(size)
            rest = rest.dropFirst(size)
            if rest.first == 0x0D { rest = rest.dropFirst() }
            guard rest.isEmpty || rest.first == 0x0A else { return nil }
            rest = rest.dropFirst()
        }
        return body.isEmpty ? nil : body
    }
}
