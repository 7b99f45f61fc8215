import TestSupport

/// Random JSON texts: every kind of value, odd white space, escapes written in every way the grammar allows.
struct RandomDocuments {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    func texts(count: Int) -> [String] {
        var copy = self
        return (0..<count).map { _ in copy.space() + copy.value(depth: 0) + copy.space() }
    }

    private mutating func value(depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 4 ? 5 : 9), using: &random) {
        case 0: return ["null", "true", "false"][Int.random(in: 0..<3, using: &random)]
        case 1, 2: return number()
        case 3, 4: return string()
        case 5, 6:
            let elements = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                space() + value(depth: depth + 1) + space()
            }
            return "[" + (elements.isEmpty ? space() : elements.joined(separator: ",")) + "]"
        default:
            let count = Int.random(in: 0...(depth == 0 ? 30 : 5), using: &random)
            let members = (0..<count).map { place in
                // The place keeps the names apart: repeated ones are refused.
                let name = string().dropLast() + "\(place)\""
                return space() + name + space() + ":" + space() + value(depth: depth + 1) + space()
            }
            return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
        }
    }

    private mutating func number() -> String {
        var text = Bool.random(using: &random) ? "-" : ""
        text += String(UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0...63, using: &random))
        if Bool.random(using: &random) { text += "." + digits() }
        if Bool.random(using: &random) {
            text +=
                ["e", "E"][Int.random(in: 0...1, using: &random)]
                + ["", "+", "-"][Int.random(in: 0...2, using: &random)]
            text += digits()
        }
        return text
    }

    private mutating func digits() -> String {
        (0...Int.random(in: 0...6, using: &random)).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }

    private mutating func string() -> String {
        var text = "\""
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                text +=
                    [#"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#].randomElement(using: &random) ?? ""
            case 1: text += escaped(UInt16.random(in: 0..<0xD800, using: &random))
            case 2:
                text += escaped(UInt16.random(in: 0xD800..<0xDC00, using: &random))
                text += escaped(UInt16.random(in: 0xDC00..<0xE000, using: &random))
            case 3: text += ["é", "€", "𝄞", "e\u{301}", "\u{7F}", "\u{2028}"].randomElement(using: &random) ?? ""
            default: text += ["a", "Z", "0", " ", "/", "'", "{", "]"].randomElement(using: &random) ?? ""
            }
        }
        return text + "\""
    }

    private mutating func escaped(_ unit: UInt16) -> String {
        let hex = String(unit, radix: 16, uppercase: Bool.random(using: &random))
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }

    private mutating func space() -> String {
        ["", "", "", " ", "\n", "\t", "\r\n", "  "].randomElement(using: &random) ?? ""
    }
}
