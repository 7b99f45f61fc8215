import JSONText
import WireText

/// An integer or a float as TOML writes it.
struct TOMLNumber {
    /// The number; `null` for what JSON has none for.
    let json: JSONValue

    /// Reads a word; nil if it is no number.
    init?(_ word: String) {
        let bytes = Array(word.utf8)
        let isSigned = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
        let rest = bytes[(isSigned ? 1 : 0)...]
        if rest.elementsEqual("inf".utf8) || rest.elementsEqual("nan".utf8) {
            json = .null
            return
        }
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where bytes.starts(with: prefix.utf8) {
            guard let digits = Self.digits(bytes[2...], isDigit: { $0.hexDigit.map { $0 < radix } ?? false }),
                let value = Int64(digits, radix: radix)
            else { return nil }
            json = .number(JSONNumber(value))
            return
        }
        let sign = bytes.first == UInt8(ascii: "-") ? "-" : ""
        let mark = rest.firstIndex { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
        guard let whole = Self.digits(rest[..<(mark ?? rest.endIndex)], isDigit: \.isDigit),
            whole.utf8.count == 1 || !whole.hasPrefix("0")
        else { return nil }
        guard let mark else {
            guard let value = Int64(sign + whole) else { return nil }
            json = .number(JSONNumber(value))
            return
        }
        guard let tail = Self.tail(rest[mark...]), let value = Double(sign + whole + tail) else { return nil }
        json = JSONNumber(value).map(JSONValue.number) ?? .null
    }

    /// A fraction, an exponent, or both.
    private static func tail(_ bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        var text = ""
        if rest.first == UInt8(ascii: ".") {
            let end = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? rest.endIndex
            guard let fraction = digits(rest[(rest.startIndex + 1)..<end], isDigit: \.isDigit) else { return nil }
            text = "." + fraction
            rest = rest[end...]
        }
        guard let letter = rest.popFirst() else { return text }
        guard letter | 0x20 == UInt8(ascii: "e") else { return nil }
        text += "e"
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            text.unicodeScalars.append(Unicode.Scalar(sign))
            rest = rest.dropFirst()
        }
        guard let exponent = digits(rest, isDigit: \.isDigit) else { return nil }
        return text + exponent
    }

    /// Digits without the underscores between them; nil if there are none, or an underscore stands elsewhere.
    private static func digits(_ bytes: ArraySlice<UInt8>, isDigit: (UInt8) -> Bool) -> String? {
        var text: [UInt8] = []
        var isBehindDigit = false
        for byte in bytes {
            if byte == UInt8(ascii: "_") {
                guard isBehindDigit else { return nil }
                isBehindDigit = false
            } else {
                guard isDigit(byte) else { return nil }
                text.append(byte)
                isBehindDigit = true
            }
        }
        return isBehindDigit ? String(decoding: text, as: UTF8.self) : nil
    }
}
