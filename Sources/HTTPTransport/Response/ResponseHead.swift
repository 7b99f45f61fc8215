import WireText

/// The status line and fields of a response head, read from its bytes (RFC 9112 sections 4 and 5).
struct ResponseHead {
    let httpVersion: String
    let status: Int
    let fields: [HeaderField]

    /// Reads a head; `nil` when the status line is none.
    init?(_ bytes: [UInt8]) {
        guard let first = Self.line(from: 0, in: bytes) else { return nil }
        let words = bytes[first].split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard words.count >= 2, words[0].starts(with: "HTTP/".utf8),
            let status = Int(String(decoding: words[1], as: UTF8.self))
        else { return nil }
        httpVersion = String(decoding: words[0], as: UTF8.self)
        self.status = status
        var fields: [HeaderField] = []
        fields.reserveCapacity(8)
        var end = first.upperBound
        while let line = Self.line(from: end, in: bytes) {
            end = line.upperBound
            if Self.isBlank(bytes[line.lowerBound]), var last = fields.popLast() {
                // A folded line continues the value (RFC 9112 section 5.2).
                last.value += [0x20] + bytes[Self.trimmed(line, in: bytes)]
                fields.append(last)
            } else if let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self)
                let value = Self.trimmed((colon + 1)..<line.upperBound, in: bytes)
                fields.append(HeaderField(name: name, bytes: Array(bytes[value])))
            }
        }
        self.fields = fields
    }

    /// The next line that is not empty, without what ends it; the search may begin at the end of the one before.
    private static func line(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
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
        let feed = bytes[start...].firstIndex(of: 10) ?? bytes.count
        return start..<(bytes[feed - 1] == 13 ? feed - 1 : feed)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}
