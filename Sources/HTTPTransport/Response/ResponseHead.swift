import WireText

/// The status line and fields of a response head, read from its bytes (RFC 9112 sections 4 and 5).
struct ResponseHead {
    let httpVersion: String
    let status: Int
    let fields: [HeaderField]

    /// Reads a head; `nil` when the status line is none.
    init?(_ bytes: [UInt8]) {
        let span = bytes.span
        guard let first = Self.line(from: 0, in: span) else { return nil }
        let version = Self.word(in: first, of: span)
        let number = Self.word(in: version.upperBound..<first.upperBound, of: span)
        guard bytes[version].starts(with: "HTTP/".utf8), !number.isEmpty,
            let status = Int(String(decoding: bytes[number], as: UTF8.self))
        else { return nil }
        httpVersion = String(decoding: bytes[version], as: UTF8.self)
        self.status = status
        var fields: [HeaderField] = []
        fields.reserveCapacity(8)
        var end = first.upperBound
        while let line = Self.line(from: end, in: span) {
            end = line.upperBound
            if Self.isBlank(span[line.lowerBound]), var last = fields.popLast() {
                // A folded line continues the value (RFC 9112 section 5.2).
                last.value += [0x20] + bytes[Self.trimmed(line, in: span)]
                fields.append(last)
                continue
            }
            let colon = line.lowerBound + span.extracting(line).place(of: UInt8(ascii: ":"), from: 0)
            guard colon < line.upperBound else { continue }
            let name = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self)
            let value = Self.trimmed((colon + 1)..<line.upperBound, in: span)
            fields.append(HeaderField(name: name, bytes: Array(bytes[value])))
        }
        self.fields = fields
    }

    /// The next line that is not empty, without what ends it; the search may begin at the end of the one before.
    private static func line(from start: Int, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
        var start = start
        while start < bytes.count {
            if bytes[start] == 10 {
                start += 1
            } else if bytes[start] == 13, start + 1 == bytes.count || bytes[start + 1] == 10 {
                start += 2
            } else {
                break
            }
        }
        guard start < bytes.count else { return nil }
        let feed = bytes.place(of: 10, from: start)
        return start..<(bytes[feed - 1] == 13 ? feed - 1 : feed)
    }

    /// The first word in a line, behind the blanks before it.
    private static func word(in line: Range<Int>, of bytes: borrowing Span<UInt8>) -> Range<Int> {
        var start = line.lowerBound
        while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
        return start..<min(bytes.place(of: 0x20, from: start), line.upperBound)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func trimmed(_ range: Range<Int>, in bytes: borrowing Span<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
