/// Takes the lines of a text one by one, ended by LF or CRLF, and leaves what comes after them untouched.
struct LineReader {
    private let bytes: [UInt8]
    private var offset = 0
    /// The number of the line taken last, from 1.
    private(set) var number = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next line without its end; nil when the text is used up.
    mutating func next() -> [UInt8]? {
        guard offset < bytes.count else { return nil }
        number += 1
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        var line = bytes[offset..<end]
        offset = min(end + 1, bytes.count)
        if end < bytes.count, line.last == UInt8(ascii: "\r") { line.removeLast() }
        return Array(line)
    }

    /// Everything after the line taken last.
    var rest: [UInt8] { Array(bytes[offset...]) }
}

extension [UInt8] {
    /// Without spaces and tabs at both ends.
    var trimmed: [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return []
        }
        return Array(self[first...last])
    }

    /// With LF as the only line end, and without line ends at the end: files may be saved either way.
    var withoutFinalLineEnds: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for (index, byte) in enumerated() {
            if byte == UInt8(ascii: "\r"), index + 1 < count, self[index + 1] == UInt8(ascii: "\n") { continue }
            bytes.append(byte)
        }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }

    /// The last place where a sequence of bytes stands.
    func lastRange(of other: [UInt8]) -> Range<Int>? {
        guard !other.isEmpty, count >= other.count else { return nil }
        for start in stride(from: count - other.count, through: 0, by: -1)
        where self[start..<(start + other.count)].elementsEqual(other) {
            return start..<(start + other.count)
        }
        return nil
    }
}
