/// What the reader expected where it stopped.
enum Expectation: UInt8, Sendable {
    case value, elementOrEnd, commaOrArrayEnd, nameOrEnd, name, colon, commaOrObjectEnd, endOfText
    case digit, noLeadingZero, fractionDigit, exponentDigit
    case closingQuote, escapedControl, escape, fourHexDigits, lowSurrogate, highSurrogateFirst
    case validUTF8, noByteOrderMark, lessNesting, newName

    var text: String {
        switch self {
        case .value: "a value"
        case .elementOrEnd: "a value or ']'"
        case .commaOrArrayEnd: "',' or ']'"
        case .nameOrEnd: "a member name in double quotes or '}'"
        case .name: "a member name in double quotes"
        case .colon: "':' after the member name"
        case .commaOrObjectEnd: "',' or '}'"
        case .endOfText: "nothing more after the value"
        case .digit: "a digit"
        case .noLeadingZero: "a number without leading zeros"
        case .fractionDigit: "a digit after the decimal point"
        case .exponentDigit: "a digit in the exponent"
        case .closingQuote: "'\"' at the end of the string"
        case .escapedControl: "control characters in a string to be escaped"
        case .escape: "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
        case .fourHexDigits: "four hexadecimal digits after \\u"
        case .lowSurrogate: "an escaped low surrogate (\\uDC00 to \\uDFFF) after the high one"
        case .highSurrogateFirst: "an escaped high surrogate (\\uD800 to \\uDBFF) before the low one"
        case .validUTF8: "valid UTF-8"
        case .noByteOrderMark: "JSON in UTF-8 without a byte order mark"
        case .lessNesting: "less deeply nested arrays and objects"
        case .newName: "each member name once"
        }
    }
}
