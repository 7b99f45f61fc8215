import SigV4

/// Other bytes that a body may have had when it was hashed.
enum BodyForms {
    struct Form {
        let bytes: [UInt8]
        let cause: SignatureCause
        let words: String

        init(_ bytes: [UInt8], _ cause: SignatureCause, _ words: String) {
            self.bytes = bytes
            self.cause = cause
            self.words = words
        }
    }

    /// Every form, the likely ones first.
    static func all(_ body: [UInt8]) -> [Form] {
        guard !body.isEmpty else { return placeholders(.bodyUnhashed) }
        // Bodies of several megabytes hold documents: a few forms of them are enough.
        let isShort = body.count <= 1 << 18
        return edges(body) + (isShort ? charsets(body) + spellings(body) : []) + placeholders(.bodyChanged)
            + cut(body) + (isShort ? rest(body) : [])
    }

    private static func placeholders(_ cause: SignatureCause) -> [Form] {
        [
            "{}", "null", "undefined", "[object Object]", "\"\"", "[]", "None", "nil", "false", "b''", "''", " ", "\n",
            "{}\n",
        ]
        .map { Form(Array($0.utf8), cause, "the text '\(VisibleBytes.text(Array($0.utf8)))' in place of the body") }
    }

    private static func edges(_ body: [UInt8]) -> [Form] {
        var forms: [Form] = []
        func add(_ bytes: [UInt8], _ words: String) { forms.append(Form(bytes, .bodyChanged, words)) }
        for (end, words) in [("\n", "a line feed"), ("\r\n", "CR LF"), (" ", "a blank"), ("\0", "a NUL")] {
            add(body + Array(end.utf8), "the body with \(words) at its end")
            if body.count > end.utf8.count, body.suffix(end.utf8.count).elementsEqual(end.utf8) {
                add(Array(body.dropLast(end.utf8.count)), "the body without \(words) at its end")
            }
        }
        let trimmed = trimming(body)
        if trimmed != body { add(trimmed, "the body without blanks around it") }
        add([0xEF, 0xBB, 0xBF] + body, "the body with a byte order mark")
        if body.starts(with: [0xEF, 0xBB, 0xBF]) {
            add(Array(body.dropFirst(3)), "the body without its byte order mark")
        }
        if body.contains(0x0A) {
            add(body.filter { $0 != 0x0D }, "the body with LF for CR LF")
            add(body.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, "the body with CR LF for LF")
            add(body.filter { $0 != 0x0D && $0 != 0x0A }, "the body without line ends")
        }
        return forms
    }

    private static func cut(_ body: [UInt8]) -> [Form] {
        (1...min(32, body.count)).map {
            Form(Array(body.dropLast($0)), .bodyChanged, "the body without its last \($0) bytes")
        }
    }

    private static func trimming(_ body: [UInt8]) -> [UInt8] {
        guard let first = body.firstIndex(where: { !$0.isWhitespace }),
            let last = body.lastIndex(where: { !$0.isWhitespace })
        else { return [] }
        return Array(body[first...last])
    }

    private static func charsets(_ body: [UInt8]) -> [Form] {
        var forms: [Form] = []
        func add(_ bytes: [UInt8]?, _ words: String) {
            if let bytes { forms.append(Form(bytes, .bodyCharset, "the body's text as \(words)")) }
        }
        if body.contains(where: { $0 >= 0x80 }) {
            add(Transcoding.latin1(body), "Latin-1")
            add(WindowsText.encoded(body), "Windows-1252")
            add(Transcoding.fromLatin1.plainApplied(to: body), "UTF-8 made from what was taken for Latin-1")
            add(Transcoding.composed.plainApplied(to: body), "composed letters (NFC)")
            add(Transcoding.decomposed.plainApplied(to: body), "decomposed letters (NFD)")
            let text = String(decoding: body, as: UTF8.self)
            add(
                text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?") },
                "ASCII with ? for other letters")
            add(text.utf16.map { $0 < 0x80 ? UInt8($0) : UInt8(ascii: "?") }, "ASCII with ? for each UTF-16 unit")
            add(text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }, "Latin-1 with ?")
            add(text.utf16.map { $0 < 0x100 ? UInt8($0) : UInt8(ascii: "?") }, "Latin-1 with ? for each UTF-16 unit")
            add(text.unicodeScalars.filter(\.isASCII).map { UInt8($0.value) }, "ASCII without other letters")
            add(text.utf16.map { UInt8(truncatingIfNeeded: $0) }, "the low bytes of UTF-16")
            if let unit = surrogateUTF8(text) { add(unit, "UTF-8 of surrogates (CESU-8)") }
        }
        guard let text = String(validating: body, as: UTF8.self) else { return forms }
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        add(little, "UTF-16, little-endian")
        add([0xFF, 0xFE] + little, "UTF-16 with a byte order mark")
        add(big, "UTF-16, big-endian")
        add([0xFE, 0xFF] + big, "UTF-16, big-endian, with a byte order mark")
        return forms
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

    /// The same JSON written otherwise.
    static func spellings(_ body: [UInt8]) -> [Form] {
        guard let value = JSONTree(body) else { return [] }
        var forms: [Form] = []
        var seen: Set<[UInt8]> = [body]
        func add(_ bytes: [UInt8], _ words: String) {
            if seen.insert(bytes).inserted { forms.append(Form(bytes, .bodyChanged, words)) }
        }
        for style in JSONStyle.all {
            let bytes = value.written(style)
            add(bytes, "the JSON \(style.words)")
        }
        for style in JSONStyle.all.prefix(12) {
            add(value.written(style) + [0x0A], "the JSON \(style.words), with a line feed at its end")
        }
        return forms
    }

    /// What happens more seldom.
    private static func rest(_ body: [UInt8]) -> [Form] {
        var forms: [Form] = []
        func add(_ bytes: [UInt8], _ words: String) { forms.append(Form(bytes, .bodyChanged, words)) }
        let quoted = JSONTree.quoted(body)
        add(quoted, "the body as a JSON string")
        add(quoted + [0x0A], "the body as a JSON string with a line feed")
        add(Array("b'".utf8) + body + Array("'".utf8), "the body as Python prints bytes")
        add(Array(SHA256Digest.hash(body.span).hex.utf8), "the hash of the body, hashed once more")
        add(SHA256Digest.hash(body.span).bytes, "the bytes of the body's hash, hashed once more")
        if let value = JSONTree(body) {
            for (name, smaller) in value.withoutEachMember {
                for style in JSONStyle.all.prefix(4) {
                    add(smaller.written(style), "the JSON without the member '\(name)'")
                }
            }
            if let reversed = value.reversed {
                for style in JSONStyle.all.prefix(4) {
                    add(reversed.written(style), "the JSON with its members reversed")
                }
            }
        }
        add(EscapeAlphabet.sigV4.encoded(body, keepsSlash: false), "the body percent-encoded")
        add(Base64Text.encoded(body), "the body in base64")
        return forms
    }
}

/// Text in the charset of Western Windows, where it differs from Latin-1.
enum WindowsText {
    static func encoded(_ body: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let byte = special[scalar.value] {
                result.append(byte)
            } else if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
                result.append(UInt8(scalar.value))
            } else {
                return nil
            }
        }
        return result
    }

    private static let special: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
        0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
        0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}

/// Base64, as digests and bodies are sometimes written.
enum Base64Text {
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = digits[Int(bits >> UInt32(18 - 6 * place) & 63)]
                result.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return result
    }

    /// The bytes that a base64 text stands for; nil if it is none.
    static func decoded(_ text: [UInt8]) -> [UInt8]? {
        var bits: UInt32 = 0
        var count = 0
        var result: [UInt8] = []
        for byte in text where byte != UInt8(ascii: "=") {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }
}
