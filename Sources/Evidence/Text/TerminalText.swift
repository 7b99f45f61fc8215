/// Output of a program as a terminal would show it.
enum TerminalText {
    private static let escape: UInt8 = 0x1B

    /// The text without escape sequences and without a byte order mark.
    ///
    /// Control sequences are those of ECMA-48, section 5.4: `ESC [`, parameters, and one final byte; operating system
    /// commands (titles, links) end with BEL or `ESC \`.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard text.contains(escape) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == escape {
                index = end(ofSequenceAt: index, in: text)
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private static func end(ofSequenceAt start: Int, in text: [UInt8]) -> Int {
        guard start + 1 < text.count else { return text.count }
        var index = start + 2
        switch text[start + 1] {
        case UInt8(ascii: "["):
            while index < text.count, !(0x40...0x7E).contains(text[index]) {
                // A line break ends a sequence that was cut off.
                if text[index] == 0x0A { return index }
                index += 1
            }
            return min(index + 1, text.count)
        case UInt8(ascii: "]"):
            while index < text.count, text[index] != 0x0A {
                if text[index] == 0x07 { return index + 1 }
                if text[index] == escape { return min(index + 2, text.count) }
                index += 1
            }
            return index
        default:
            return index
        }
    }
}
