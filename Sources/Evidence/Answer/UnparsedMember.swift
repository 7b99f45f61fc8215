/// Finds a member of an object in a text that no parser would take: quoted in a log, escaped, or cut off.
enum UnparsedMember {
    /// The raw text of the last string member of this name, escapes left in; it ends at its quote or where the text ends.
    ///
    /// The last one, because what an SDK adds stands outside, before the service's own.
    static func string(named name: String, in text: IndexedText) -> String? {
        guard text.mayHold(name) else { return nil }
        let bytes = Array(text.bytes)
        let wanted = Array(name.utf8)
        var found: String?
        var index = 0
        while index < bytes.count {
            guard isQuote(bytes[index]), matches(wanted, in: bytes, at: index + 1) else {
                index += 1
                continue
            }
            var cursor = index + 1 + wanted.count
            var slashes = 0
            while cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\\") {
                slashes += 1
                cursor += 1
            }
            guard cursor < bytes.count, bytes[cursor] == bytes[index] else {
                index += 1
                continue
            }
            cursor += 1
            while cursor < bytes.count,
                [UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: "\t")].contains(bytes[cursor])
            {
                cursor += 1
            }
            while cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\\") { cursor += 1 }
            guard cursor < bytes.count, isQuote(bytes[cursor]), cursor > index + 1 + wanted.count + slashes else {
                index += 1
                continue
            }
            let (value, end) = value(in: bytes, from: cursor + 1, quote: bytes[cursor], slashes: slashes)
            found = value
            index = end
        }
        return found
    }

    private static func value(in bytes: [UInt8], from start: Int, quote: UInt8, slashes: Int) -> (String, Int) {
        var cursor = start
        var run = 0
        while cursor < bytes.count {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "\\") {
                run += 1
            } else {
                // A quote ends the value at the depth of escaping at which it began.
                if byte == quote, run <= slashes, run == slashes || slashes == 0 { break }
                run = 0
            }
            cursor += 1
        }
        let end = max(start, cursor - (cursor < bytes.count ? slashes : 0))
        return (String(decoding: bytes[start..<end], as: UTF8.self), cursor)
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private static func matches(_ name: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
        guard start + name.count < bytes.count else { return false }
        return name.indices.allSatisfy { bytes[start + $0] == name[$0] }
    }
}
