import WireText

/// Takes a text apart into messages: what one author said at once, of which the words belong together.
///
/// A paste holds several: the members of an object, the records of a log, the paragraphs of a report. Words of two of them
/// say nothing together, so that no rule looks for its words across.
enum MessageSplit {
    /// Where messages begin behind the first one, in bytes, in their order.
    static func starts(in text: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\n"):
                if beginsMessage(text, after: index, of: starts.last ?? 0) { starts.append(index + 1) }
            case UInt8(ascii: ","), UInt8(ascii: "{"):
                if let quote = member(in: text, behind: index) { starts.append(quote) }
            default: break
            }
            index += 1
        }
        return starts
    }

    // MARK: Lines

    /// Whether the line behind a line break is not the rest of the one before it: an empty one, a record of a log, a frame.
    ///
    /// - Parameter start: Where the message began that the line may go on with.
    private static func beginsMessage(_ text: [UInt8], after index: Int, of start: Int) -> Bool {
        let rest = ByteText(text[(index + 1)...].prefix(400))
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }
        if line.isBlank { return !isWithinQuotes(text[min(start, index)...], index) }
        if LogRecord.begins(line) { return true }
        let words = line.trimmed
        return words.hasPrefix("at ") || words.hasPrefix("File \"") || words.hasPrefix("Traceback (most recent")
            || words.hasPrefix("During handling of ") || words.hasPrefix("Caused by: ")
    }

    /// Whether an empty line lies between two double quotes of a message, as in a sentence that quotes one.
    private static func isWithinQuotes(_ message: ArraySlice<UInt8>, _ index: Int) -> Bool {
        let quote = UInt8(ascii: "\"")
        return !message[..<index].suffix(400).count { $0 == quote }.isMultiple(of: 2)
            && message[index...].prefix(200).contains(quote)
    }

    // MARK: Members

    /// No member's name that counts is longer.
    private static let nameLimit = 64

    /// Where the name of a member begins behind a comma or a brace: quoted, and with a colon behind it; escaped or not.
    private static func member(in text: [UInt8], behind index: Int) -> Int? {
        var cursor = index + 1
        while cursor < text.count, isBlank(text[cursor]) || text[cursor] == UInt8(ascii: "\\") {
            // A line break that was escaped.
            cursor +=
                text[cursor] == UInt8(ascii: "\\") && cursor + 1 < text.count && text[cursor + 1] == UInt8(ascii: "n")
                ? 2 : 1
        }
        guard cursor < text.count, text[cursor] == UInt8(ascii: "\"") || text[cursor] == UInt8(ascii: "'") else {
            return nil
        }
        let (start, quote) = (cursor, text[cursor])
        cursor += 1
        let end = min(text.count, cursor + nameLimit)
        while cursor < end, text[cursor].isLetter || text[cursor].isDigit || "_-$.@".utf8.contains(text[cursor]) {
            cursor += 1
        }
        while cursor < end, text[cursor] == UInt8(ascii: "\\") { cursor += 1 }
        guard cursor < end, text[cursor] == quote, cursor > start + 1 else { return nil }
        cursor += 1
        while cursor < text.count, isBlank(text[cursor]) { cursor += 1 }
        return cursor < text.count && text[cursor] == UInt8(ascii: ":") ? start : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
