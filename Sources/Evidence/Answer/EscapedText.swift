import WireText

/// Takes one layer of escaping off a text that was printed inside another.
enum EscapedText {
    /// `\n`, `\t`, `\"`, `\'`, `\/`, `\\`, `\u2019` and XML's entities, as the characters they stand for.
    ///
    /// An escape that is not one of these stays as it is.
    static func plain(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        var pathEnd = 0
        let mayHoldPath = bytes.contains(UInt8(ascii: "\\"))
        while index < bytes.count {
            if mayHoldPath, index >= pathEnd,
                let end = endOfPath(in: bytes, at: index) ?? endOfRelativePath(in: bytes, at: index)
            {
                pathEnd = end
            }
            // `C:\repo\new` has no line breaks in it; doubled backslashes are of the printer.
            if index < pathEnd, bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                result.append(bytes[index])
                index += bytes[index + 1] == UInt8(ascii: "\\") ? 2 : 1
            } else if let (plain, length) = character(in: bytes, at: index) {
                result += plain
                index += length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where a path of Windows that begins at a place ends: a drive's letter, and two backslashes at least; `nil` where none begins.
    private static func endOfPath(in text: [UInt8], at index: Int) -> Int? {
        guard index + 3 < text.count, text[index + 1] == UInt8(ascii: ":"), text[index + 2] == UInt8(ascii: "\\"),
            text[index].isUppercaseLetter, index == 0 || !text[index - 1].isLetter && !text[index - 1].isDigit
        else { return nil }
        let rest = text[index...]
        let end = rest.firstIndex { $0 <= 0x20 || "\"'<>|*?(),;".utf8.contains($0) } ?? rest.endIndex
        let parts = text[(index + 3)..<max(end, index + 3)].split(separator: UInt8(ascii: "\\"))
        return parts.count > 1
            && parts.allSatisfy { $0.first.map { $0.isLetter || $0.isDigit || "._@$-".utf8.contains($0) } ?? false }
            ? end : nil
    }

    /// Where a path of Windows without a drive ends that begins at a place, `app\node_modules\ai\index.js`: names with single
    /// backslashes between them, one of which stands before a letter that no escape has; `nil` where none begins.
    private static func endOfRelativePath(in text: [UInt8], at index: Int) -> Int? {
        guard isOfName(text[index]), index == 0 || !isOfName(text[index - 1]) && text[index - 1] != UInt8(ascii: "\\")
        else { return nil }
        var (end, separators, isPath) = (index, 0, false)
        while end < text.count {
            if isOfName(text[end]) {
                end += 1
                continue
            }
            guard text[end] == UInt8(ascii: "\\"), end + 1 < text.count, isOfName(text[end + 1]) else { break }
            separators += 1
            isPath = isPath || !escapes.contains(text[end + 1])
            end += 1
        }
        return separators > 1 && isPath ? end : nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || "._@$-".utf8.contains(byte) }

    /// The bytes that an escape has behind its backslash, in any of the languages that print such texts.
    private static let escapes = Set("abefnrtuvxUN0123456789".utf8)

    /// What an escape at a place stands for, and its length; `nil` where there is none.
    private static func character(in text: [UInt8], at index: Int) -> ([UInt8], Int)? {
        if text[index] == UInt8(ascii: "&") { return entity(text[index...]) }
        guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else { return nil }
        // A folder of Node.js in a path of Windows; no line begins with the rest of its name.
        if text[index...].prefix(folder.count).elementsEqual(folder) { return nil }
        if let scalar = StringEscapes.scalar(in: text.span, at: index) { return scalar }
        switch StringEscapes.byte(for: text[index + 1]) {
        case 0x0A, 0x0D: return ([0x0A], 2)
        case 0x09: return ([0x20], 2)
        // `\b` and `\f` stand in paths of Windows far more often than in messages.
        case 0x08, 0x0C: return nil
        case let byte?: return ([byte], 2)
        case nil: return text[index + 1] == UInt8(ascii: "'") ? ([UInt8(ascii: "'")], 2) : nil
        }
    }

    private static let folder = Array(#"\node_modules"#.utf8)

    /// HTML's blank, which XML does not have.
    private static let blank = "&nbsp;"

    /// An entity of XML or of HTML's blank, or any character by its number.
    private static func entity(_ rest: ByteText) -> ([UInt8], Int)? {
        rest.hasPrefix(blank) ? ([0x20], blank.utf8.count) : XMLEntity.character(at: rest)
    }
}
