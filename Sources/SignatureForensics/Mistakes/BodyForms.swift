import Codes
import SigV4
import WireText

/// Other bytes that a body may have had when it was hashed.
enum BodyForms {
    struct Form {
        let bytes: [UInt8]
        let cause: FindingCode
        let words: String
        let reach: Mistake.Reach
        /// Whether it stands in place of a body that the signer did not have.
        var isPlaceholder = false

        init(
            _ bytes: [UInt8], _ cause: FindingCode, _ words: String, _ reach: Mistake.Reach = .pairs
        ) {
            self.bytes = bytes
            self.cause = cause
            self.words = words
            self.reach = reach
        }
    }

    /// Every form, the likely ones first.
    static func all(_ body: [UInt8], _ meter: SearchMeter) -> [Form] {
        guard !body.isEmpty else { return placeholders(.bodyUnhashed) }
        // Bodies of several megabytes hold documents: a few forms of them are enough.
        guard body.count <= 1 << 18 else { return edges(body) + placeholders(.bodyChanged) }
        var forms: [Form] = []
        for family in [edges, BodyCharsets.all] where !meter.isOver { forms += meter.counted(family(body)) }
        forms += BodySpellings.all(body, meter) + placeholders(.bodyChanged)
        for family in [rest, completed] where !meter.isOver {
            forms += meter.counted(family(body).filter { $0.reach > .alone })
        }
        return forms
    }

    /// Forms that are too many to be tried with other mistakes.
    static func many(_ body: [UInt8], _ meter: SearchMeter) -> [Form] {
        guard !body.isEmpty, body.count <= 1 << 18, !meter.isOver else { return [] }
        return meter.counted(rest(body)).filter { $0.reach == .alone } + BodySpellings.many(body, meter)
    }

    /// What a language makes of a body that is not there, or that it cannot turn into text: kndt84/aws-api-gateway-client#24,
    /// mhart/aws4#83.
    private static func placeholders(_ cause: FindingCode) -> [Form] {
        [
            "{}", "null", "undefined", "[object Object]", "\"\"", "[]", "None", "b''", "\n",
        ]
        .enumerated().map { index, text in
            var form = Form(
                Array(text.utf8), cause, "the text '\(VisibleBytes.text(Array(text.utf8)))' in place of the body",
                index < 4 ? .triples : .pairs)
            form.isPlaceholder = true
            return form
        }
    }

    private static func edges(_ body: [UInt8]) -> [Form] {
        var forms: [Form] = []
        func add(_ bytes: [UInt8], _ words: String, _ reach: Mistake.Reach = .triples) {
            forms.append(Form(bytes, .bodyChanged, words, reach))
        }
        for (end, words) in [("\n", "a line feed"), ("\r\n", "CR LF"), (" ", "a blank"), ("\0", "a NUL")] {
            add(body + Array(end.utf8), "the body with \(words) at its end", end == "\n" ? .triples : .pairs)
            if body.count > end.utf8.count, body.suffix(end.utf8.count).elementsEqual(end.utf8) {
                add(Array(body.dropLast(end.utf8.count)), "the body without \(words) at its end")
            }
        }
        for (start, words) in [("\n", "a line feed"), (" ", "a blank"), ("\r\n", "CR LF")] {
            add(Array(start.utf8) + body, "the body with \(words) before it", .pairs)
        }
        let trimmed = trimming(body)
        if trimmed != body { add(trimmed, "the body without blanks around it") }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        forms.append(Form(mark + body, .bodyCharset, "the body with a byte order mark"))
        if body.starts(with: mark) {
            forms.append(Form(Array(body.dropFirst(3)), .bodyCharset, "the body without its byte order mark"))
        }
        if body.contains(0x0A) {
            add(body.filter { $0 != 0x0D }, "the body with LF for CR LF")
            add(lineEnds(body, [0x0D, 0x0A]), "the body with CR LF for LF")
            add(body.filter { $0 != 0x0D && $0 != 0x0A }, "the body without line ends")
        }
        add(body.filter { !$0.isWhitespace }, "the body without any blank", .pairs)
        return forms
    }

    static func lineEnds(_ body: [UInt8], _ end: [UInt8]) -> [UInt8] {
        body.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? end : [$0] }
    }

    /// A body whose end was lost on its way: what its open brackets and strings need.
    private static func completed(_ body: [UInt8]) -> [Form] {
        guard body.first == UInt8(ascii: "{") || body.first == UInt8(ascii: "["), JSONTree(body) == nil else {
            return []
        }
        var open: [UInt8] = []
        var isString = false
        var isEscaped = false
        for byte in body {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\") where isString: isEscaped = true
            case UInt8(ascii: "\""): isString.toggle()
            case UInt8(ascii: "{") where !isString: open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "[") where !isString: open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "}") where !isString, UInt8(ascii: "]") where !isString: _ = open.popLast()
            default: break
            }
        }
        let whole = body + (isString ? [UInt8(ascii: "\"")] : []) + open.reversed()
        return [whole, whole + [0x0A]].map { Form($0, .bodyChanged, "the body with the end that it lacks") }
    }

    private static func trimming(_ body: [UInt8]) -> [UInt8] {
        guard let first = body.firstIndex(where: { !$0.isWhitespace }),
            let last = body.lastIndex(where: { !$0.isWhitespace })
        else { return [] }
        return Array(body[first...last])
    }

    /// What happens more seldom: the body as a value within something else, or encoded.
    private static func rest(_ body: [UInt8]) -> [Form] {
        var forms: [Form] = []
        func add(_ bytes: [UInt8], _ words: String, _ reach: Mistake.Reach = .pairs) {
            forms.append(Form(bytes, .bodyChanged, words, reach))
        }
        let quoted = JSONTree.quoted(body)
        add(quoted, "the body as a JSON string")
        add(JSONTree.asciiEscaped(quoted), "the body as a JSON string, other letters as \\uXXXX")
        add(quoted + [0x0A], "the body as a JSON string with a line feed", .alone)
        add(PythonText.bytes(body), "the body as Python prints bytes")
        add(Array("b'".utf8) + body + Array("'".utf8), "the body within b'...'", .alone)
        let encoder = EscapeAlphabet.sigV4
        add(encoder.encoded(body, keepsSlash: false), "the body percent-encoded")
        add(encoder.encoded(body, keepsSlash: true), "the body percent-encoded but for its slashes", .alone)
        var form = EscapeAlphabet(sparing: "*", escaping: "~")
        form.writesSpaceAsPlus = true
        add(form.encoded(body, keepsSlash: false), "the body as a form encoder writes it", .alone)
        add(Base64.encode(body), "the body in base64")
        add(body.flatMap { Escape.of($0, lowerHex: true).dropFirst() }, "the body in hexadecimal", .alone)
        add(body + body, "the body twice", .alone)
        add([UInt8(ascii: "[")] + body + [UInt8(ascii: "]")], "the body within a JSON array", .alone)
        return forms
    }
}

extension SearchMeter {
    /// Counts what forms of a body cost: each was written byte by byte, and is hashed.
    func counted(_ forms: [BodyForms.Form]) -> [BodyForms.Form] {
        count(bytes: forms.reduce(0) { $0 + Self.writingCost * $1.bytes.count })
        return forms
    }
}
