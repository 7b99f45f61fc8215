import WireText

/// An HTTP message in bytes, as Go's `Request.WriteProxy` and `Response.Write` make it (RFC 9112, section 2).
///
/// Lines end with CRLF, or with LF where somebody changed them; in the body nothing is changed.
struct HTTPRRMessage {
    /// The words of the first line; the last one may hold blanks, as a reason does.
    let start: [String]
    let headers: [HeaderField]
    let body: [UInt8]
    /// What does not fit in it, if anything.
    let remark: String?

    /// Nil if the bytes have no first line of three words, or a header without a colon.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        guard let first = Self.line(&rest) else { return nil }
        let words = first.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2 else { return nil }
        start = words.map { String(decoding: $0, as: UTF8.self) }
        var headers: [HeaderField] = []
        while let line = Self.line(&rest), !line.isEmpty {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
            headers.append(
                HeaderField(
                    name: String(decoding: line[..<colon], as: UTF8.self),
                    bytes: Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })))
        }
        self.headers = headers
        if headers.text(of: "transfer-encoding")?.lowercased() == "chunked", let whole = ChunkedBody.decoded(rest) {
            body = whole
            remark = nil
        } else {
            body = Array(rest)
            remark = Self.remark(announced: headers.text(of: "content-length"), found: rest.count)
        }
    }

    private static func remark(announced: String?, found: Int) -> String? {
        guard let announced, Int(announced) != found else { return nil }
        return "Content-Length is \(announced), the body has \(Counted.words(found, "byte")), all taken"
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = rest[..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
        return line.last == 0x0D ? line.dropLast() : line
    }
}
