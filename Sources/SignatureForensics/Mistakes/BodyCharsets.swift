import Codes
import SigV4

/// The text of a body in other charsets than it was sent in.
enum BodyCharsets {
    typealias Form = BodyForms.Form

    static func all(_ body: [UInt8]) -> [Form] {
        var forms: [Form] = []
        func add(_ bytes: [UInt8]?, _ words: String, _ reach: Mistake.Reach = .triples) {
            if let bytes { forms.append(Form(bytes, .bodyCharset, "the body's text as \(words)", reach)) }
        }
        if body.contains(where: { $0 >= 0x80 }) {
            add(Transcoding.latin1(body), "Latin-1")
            add(WindowsText.encoded(body), "Windows-1252")
            add(Transcoding.fromLatin1.plainApplied(to: body), "UTF-8 made from what was taken for Latin-1")
            add(WindowsText.decoded(body), "UTF-8 made from what was taken for Windows-1252")
            add(Transcoding.composed.plainApplied(to: body), "composed letters (NFC)")
            add(Transcoding.decomposed.plainApplied(to: body), "decomposed letters (NFD)")
            let text = String(decoding: body, as: UTF8.self)
            add(replaced(text) { _ in "?" }, "ASCII with ? for other letters")
            add(
                text.utf16.map { $0 < 0x80 ? UInt8($0) : UInt8(ascii: "?") }, "ASCII with ? for each UTF-16 unit",
                .pairs)
            add(text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }, "Latin-1 with ?")
            add(
                text.utf16.map { $0 < 0x100 ? UInt8($0) : UInt8(ascii: "?") }, "Latin-1 with ? for each UTF-16 unit",
                .pairs)
            add(replaced(text) { _ in "" }, "ASCII without other letters")
            add(text.utf16.map { UInt8(truncatingIfNeeded: $0) }, "the low bytes of UTF-16")
            add(replaced(text) { "&#\($0.value);" }, "ASCII with XML's references", .pairs)
            add(replaced(text, PythonText.escape), "ASCII with Python's escapes", .pairs)
            add(
                body.flatMap { $0 < 0x80 ? [$0] : [0xEF, 0xBF, 0xBD] }, "ASCII, each other byte replaced by U+FFFD",
                .pairs)
            add(replaced(text) { _ in "\u{FFFD}" }, "ASCII, each other letter replaced by U+FFFD", .pairs)
            if let unit = surrogateUTF8(text) { add(unit, "UTF-8 of surrogates (CESU-8)", .pairs) }
        }
        if let wide = unwidened(body) { add(wide, "UTF-8, where UTF-16 was sent") }
        guard let text = String(validating: body, as: UTF8.self) else { return forms }
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        add(little, "UTF-16, little-endian", .pairs)
        add([0xFF, 0xFE] + little, "UTF-16 with a byte order mark", .pairs)
        add(big, "UTF-16, big-endian", .pairs)
        add([0xFE, 0xFF] + big, "UTF-16, big-endian, with a byte order mark", .pairs)
        let widest = text.unicodeScalars.flatMap { scalar in
            [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
        }
        add(widest, "UTF-32, little-endian", .alone)
        add([0xFF, 0xFE, 0, 0] + widest, "UTF-32 with a byte order mark", .alone)
        return forms
    }

    private static func replaced(_ text: String, _ change: (Unicode.Scalar) -> String) -> [UInt8] {
        text.unicodeScalars.flatMap { $0.isASCII ? [UInt8($0.value)] : Array(change($0).utf8) }
    }

    /// UTF-8 of a body that was sent in UTF-16 or UTF-32; nil if it was not.
    private static func unwidened(_ body: [UInt8]) -> [UInt8]? {
        guard body.count > 3, body.count.isMultiple(of: 2) else { return nil }
        let isBig = body.starts(with: [0xFE, 0xFF]) || body[0] == 0 && body[1] != 0
        guard isBig || body.starts(with: [0xFF, 0xFE]) || body[1] == 0 && body[0] != 0 else { return nil }
        var units = stride(from: 0, to: body.count, by: 2).map { index in
            UInt16(body[isBig ? index : index + 1]) << 8 | UInt16(body[isBig ? index + 1 : index])
        }
        if units.first == 0xFEFF { units.removeFirst() }
        return Array(String(decoding: units.filter { $0 != 0 }, as: UTF16.self).utf8)
    }

    /// Letters beyond the basic plane as two encoded surrogates, as old Java writes them.
    private static func surrogateUTF8(_ text: String) -> [UInt8]? {
        guard text.unicodeScalars.contains(where: { $0.value > 0xFFFF }) else { return nil }
        return text.utf16.flatMap { unit -> [UInt8] in
            let value = UInt8(truncatingIfNeeded: unit & 0x3F) | 0x80
            if unit < 0x80 { return [UInt8(unit)] }
            if unit < 0x800 { return [0xC0 | UInt8(unit >> 6), value] }
            return [0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), value]
        }
    }
}

/// Text as Python prints it.
enum PythonText {
    /// A letter beyond ASCII as an escape.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        func padded(_ width: Int) -> String {
            let digits = String(scalar.value, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return scalar.value < 0x100
            ? "\\x" + padded(2) : scalar.value < 0x1_0000 ? "\\u" + padded(4) : "\\U" + padded(8)
    }

    /// The quote that Python takes for a text: an apostrophe, unless the text has some and no double quote.
    static func quote(for text: [UInt8]) -> UInt8 {
        text.contains(0x27) && !text.contains(0x22) ? 0x22 : 0x27
    }

    /// `b'...'`, with escapes for what is not printable ASCII.
    static func bytes(_ body: [UInt8]) -> [UInt8] {
        let quote = quote(for: body)
        return [UInt8(ascii: "b"), quote]
            + body.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x0A: Array("\\n".utf8)
                case 0x0D: Array("\\r".utf8)
                case 0x09: Array("\\t".utf8)
                case 0x5C, quote: [0x5C, byte]
                case 0x20..<0x7F: [byte]
                default: Array("\\x".utf8) + Escape.of(byte, lowerHex: true).dropFirst()
                }
            } + [quote]
    }
}
