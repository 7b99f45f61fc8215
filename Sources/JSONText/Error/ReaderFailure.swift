/// Why and where the reader stopped; small, since it is passed up through every level.
struct ReaderFailure: Error {
    let offset: Int
    let expectation: Expectation
    /// For a repeated name, where it stood first; for too deep a nesting, the limit.
    var detail = 0

    init(_ expectation: Expectation, at offset: Int, detail: Int = 0) {
        self.expectation = expectation
        self.offset = offset
        self.detail = detail
    }

    /// The failure with line, column and what stands at its place.
    func error(in source: borrowing Span<UInt8>) -> JSONError {
        JSONError(
            code: code(in: source),
            position: JSONPosition(offset: offset, in: source),
            expected: expectation.text,
            found: found(in: source),
            first: expectation == .newName ? JSONPosition(offset: detail, in: source) : nil)
    }

    private func code(in source: borrowing Span<UInt8>) -> JSONError.Code {
        switch expectation {
        case .noByteOrderMark: return .byteOrderMark
        case .lessNesting: return .tooDeep
        case .newName: return .duplicateName
        case .validUTF8: return .invalidUTF8
        default: break
        }
        if offset >= source.count { return .unexpectedEnd }
        switch expectation {
        case .digit, .noLeadingZero, .fractionDigit, .exponentDigit: return .invalidNumber
        case .closingQuote, .escapedControl, .escape, .fourHexDigits, .lowSurrogate, .highSurrogateFirst:
            return .invalidString
        default: return .unexpectedText
        }
    }

    private func found(in source: borrowing Span<UInt8>) -> String {
        switch expectation {
        case .noByteOrderMark:
            return source[offset] == 0xEF ? "the UTF-8 byte order mark (EF BB BF)" : "a UTF-16 byte order mark"
        case .lessNesting: return "nesting deeper than \(detail)"
        case .newName: return "the name \(FoundText.string(at: offset, in: source)) again"
        case .validUTF8: return "the byte 0x\(FoundText.hex(source[offset], digits: 2))"
        default: return FoundText.describe(at: offset, in: source)
        }
    }
}
