import JSONText

/// What a scalar without quotes means: YAML 1.1, by the patterns that PyYAML uses, since VCR.py writes and reads with it.
///
/// So `yes` is true and `1e5`, for want of a point, is a string. A date stays a string: JSON has none.
enum PlainScalar {
    static func meaning(of text: String) -> CassetteScalar.Meaning {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return .bool(true)
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return .bool(false)
        default: break
        }
        guard let first = text.utf8.first, 48...57 ~= first || first == 0x2B || first == 0x2D || first == 0x2E else {
            return .text(text)
        }
        // Most that begin like a number are something else, such as the megabytes of an image: one look decides.
        guard text.utf8.allSatisfy(mayBeInNumber) else { return special(text) }
        if let literal = integer(text) ?? float(text), let number = JSONNumber(literal: literal) {
            return .number(number)
        }
        return special(text)
    }

    private static func special(_ text: String) -> CassetteScalar.Meaning {
        guard text.utf8.count <= 5 else { return .text(text) }
        switch text.drop(while: { $0 == "+" || $0 == "-" }) {
        case ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN": return .invalid("\(text), which JSON does not have")
        default: return .text(text)
        }
    }

    /// The JSON spelling of a whole number: decimal of any size, or binary, octal, hexadecimal, base 60.
    private static func integer(_ text: String) -> String? {
        let (sign, digits) = split(text)
        guard let first = digits.first else { return nil }
        let plain = digits.filter { $0 != "_" }
        if digits.contains(":") { return sexagesimal(digits).map { sign + String($0) } }
        guard first == "0", digits != "0" else {
            guard first != "_", digits.allSatisfy({ isDigit($0) || $0 == "_" }) else { return nil }
            return sign + plain
        }
        let value: UInt64? =
            if plain.hasPrefix("0b") {
                UInt64(plain.dropFirst(2), radix: 2)
            } else if plain.hasPrefix("0x") {
                UInt64(plain.dropFirst(2), radix: 16)
            } else if plain.allSatisfy(isDigit) {
                UInt64(plain, radix: 8)
            } else {
                nil
            }
        return value.map { sign + String($0) }
    }

    private static func sexagesimal(_ digits: Substring) -> Int? {
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, first.first != "0", !first.isEmpty, first.allSatisfy(isDigit) else { return nil }
        var value = Int(first)
        for part in parts.dropFirst() {
            guard 1...2 ~= part.count, part.allSatisfy(isDigit), let number = Int(part), number < 60 else { return nil }
            value = value.flatMap { $0 > Int.max / 60 - 60 ? nil : $0 * 60 + number }
        }
        return value
    }

    /// The JSON spelling of a number with a decimal point; an exponent must have a sign.
    private static func float(_ text: String) -> String? {
        let (sign, digits) = split(text)
        guard let point = digits.firstIndex(of: ".") else { return nil }
        let whole = digits[..<point].filter { $0 != "_" }
        var rest = digits[digits.index(after: point)...]
        var exponent = ""
        if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            exponent = String(rest[mark...])
            rest = rest[..<mark]
            let power = exponent.dropFirst()
            guard power.first == "+" || power.first == "-", power.count > 1, power.dropFirst().allSatisfy(isDigit)
            else {
                return nil
            }
        }
        let fraction = rest.filter { $0 != "_" }
        guard whole.allSatisfy(isDigit), fraction.allSatisfy(isDigit), digits.first != "_" else { return nil }
        if whole.isEmpty {
            // The pattern for a bare point knows no sign.
            guard text.first == ".", !fraction.isEmpty else { return nil }
        }
        let significant = whole.drop { $0 == "0" }
        return sign + (significant.isEmpty ? "0" : String(significant)) + "." + (fraction.isEmpty ? "0" : fraction)
            + exponent
    }

    /// Digits of any base, signs, points, exponents, and the signs that group digits.
    private static func mayBeInNumber(_ byte: UInt8) -> Bool {
        48...58 ~= byte || 97...102 ~= byte | 0x20 || byte | 0x20 == 0x78 || byte == 0x2B || byte == 0x2D
            || byte == 0x2E
            || byte == 0x5F
    }

    private static func split(_ text: String) -> (sign: String, digits: Substring) {
        switch text.first {
        case "-": ("-", text.dropFirst())
        case "+": ("", text.dropFirst())
        default: ("", text[...])
        }
    }

    private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character && character.utf8.count == 1 }
}
