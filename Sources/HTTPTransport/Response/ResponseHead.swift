import WireText

/// The status line and fields of a response head, read from its bytes (RFC 9112 sections 4 and 5).
struct ResponseHead {
    let httpVersion: String
    let status: Int
    let fields: [HeaderField]

    /// Reads a head; `nil` when the status line is none.
    init?(_ bytes: [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard let first = lines.first else { return nil }
        let words = String(decoding: first, as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
            return nil
        }
        httpVersion = String(words[0])
        self.status = status
        lines.removeFirst()
        var fields: [HeaderField] = []
        for line in lines where !line.isEmpty {
            if let byte = line.first, Self.isBlank(byte), var last = fields.popLast() {
                // A folded line continues the value (RFC 9112 section 5.2).
                last.value += [0x20] + Self.trimmed(line)
                fields.append(last)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: line[..<colon], as: UTF8.self)
                fields.append(HeaderField(name: name, bytes: Array(Self.trimmed(line[(colon + 1)...]))))
            }
        }
        self.fields = fields
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop(while: isBlank)
        guard let end = start.lastIndex(where: { !isBlank($0) }) else { return [] }
        return start[...end]
    }
}
