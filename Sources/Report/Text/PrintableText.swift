/// Makes a foreign value fit to be shown: no control character, no escape sequence, no line break, no endless length.
package enum PrintableText {
    /// `text` with everything that could move a cursor or hide a word written as an escape, cut to `limit` scalars.
    ///
    /// Control characters become `\n`, `\r`, `\t`, `\u{1B}`; so do invisible and direction-changing formats (zero-width
    /// space, bidirectional overrides) and spaces other than U+0020, because a value that looks right and is not is
    /// worse than an ugly one. A cut text ends in `... (N more)`.
    package static func escaped(_ text: some StringProtocol, limit: Int = 120) -> String {
        var result = ""
        var count = 0
        var rest = 0
        for scalar in text.unicodeScalars {
            if count >= limit {
                rest += 1
                continue
            }
            count += 1
            append(scalar, to: &result)
        }
        if rest > 0 { result += "... (\(rest) more)" }
        return result
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\\": result += "\\\\"
        default:
            if isPlain(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            }
        }
    }

    /// Whether a scalar shows as itself in a terminal.
    package static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        case .nonspacingMark, .enclosingMark, .spacingMark:
            // A heap of combining marks can paint over the lines around it.
            return false
        default:
            return true
        }
    }
}
