import WireText

extension JSONReader {
    /// The string whose opening quote is at the current place; afterwards the place is behind the closing one.
    mutating func readString(_ source: borrowing Span<UInt8>) throws(ReaderFailure) -> String {
        let start = offset &+ 1
        var place = start
        var escapes = 0
        while true {
            place = source.endOfPlainText(from: place)
            guard place < source.count else { break }
            let byte = source[place]
            if byte == UInt8(ascii: "\"") {
                offset = place &+ 1
                // Most strings hold no escape and are copied whole.
                if escapes == 0 { return try text(start..<place, in: source) }
                return try unescaped(start..<place, in: source)
            }
            if byte == UInt8(ascii: "\\") {
                escapes &+= 1
                place &+= 2
                continue
            }
            throw ReaderFailure(.escapedControl, at: place)
        }
        throw ReaderFailure(.closingQuote, at: source.count)
    }

    /// The bytes as text, if they are valid UTF-8.
    func text(_ range: Range<Int>, in source: borrowing Span<UInt8>) throws(ReaderFailure) -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: source.extracting(range)))
        } catch {
            throw ReaderFailure(.validUTF8, at: range.lowerBound &+ error.byteOffsets.lowerBound)
        }
    }

    /// The string between the quotes with its escapes resolved.
    private func unescaped(_ range: Range<Int>, in source: borrowing Span<UInt8>) throws(ReaderFailure) -> String {
        // No escape is shorter than what it stands for.
        let bytes = try [UInt8](capacity: range.count) { (output: inout OutputSpan<UInt8>) throws(ReaderFailure) in
            try unescape(range, in: source, into: &output)
        }
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            // Offsets in the unescaped bytes are not those of the text: look for the fault there.
            throw ReaderFailure(.validUTF8, at: invalidByte(range, in: source))
        }
    }

    private func unescape(
        _ range: Range<Int>, in source: borrowing Span<UInt8>, into bytes: inout OutputSpan<UInt8>
    ) throws(ReaderFailure) {
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = source[place]
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                place &+= 1
                continue
            }
            switch source[place &+ 1] {
            case UInt8(ascii: "u"):
                place = try appendScalar(at: place, to: &bytes, before: range.upperBound, in: source)
                continue
            case let letter:
                guard let plain = StringEscapes.byte(for: letter) else {
                    throw ReaderFailure(.escape, at: place &+ 1)
                }
                bytes.append(plain)
            }
            place &+= 2
        }
    }

    /// Resolves `\uXXXX`, or a pair of them, and returns the place behind.
    private func appendScalar(
        at escape: Int, to bytes: inout OutputSpan<UInt8>, before end: Int, in source: borrowing Span<UInt8>
    ) throws(ReaderFailure) -> Int {
        let unit = try hexUnit(at: escape &+ 2, before: end, in: source)
        guard 0xD800...0xDFFF ~= unit else {
            append(unit, to: &bytes)
            return escape &+ 6
        }
        guard unit < 0xDC00 else { throw ReaderFailure(.highSurrogateFirst, at: escape) }
        let next = escape &+ 6
        guard next &+ 1 < end, source[next] == UInt8(ascii: "\\"), source[next &+ 1] == UInt8(ascii: "u") else {
            throw ReaderFailure(.lowSurrogate, at: escape)
        }
        let low = try hexUnit(at: next &+ 2, before: end, in: source)
        guard 0xDC00...0xDFFF ~= low else { throw ReaderFailure(.lowSurrogate, at: escape) }
        append(0x10000 &+ ((unit &- 0xD800) << 10) &+ (low &- 0xDC00), to: &bytes)
        return next &+ 6
    }

    private func hexUnit(at start: Int, before end: Int, in source: borrowing Span<UInt8>) throws(ReaderFailure)
        -> UInt32
    {
        var unit: UInt32 = 0
        for place in start..<(start &+ 4) {
            guard place < end else { throw ReaderFailure(.fourHexDigits, at: end) }
            guard let digit = source[place].hexDigit else { throw ReaderFailure(.fourHexDigits, at: place) }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    private func append(_ scalar: UInt32, to bytes: inout OutputSpan<UInt8>) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    private func invalidByte(_ range: Range<Int>, in source: borrowing Span<UInt8>) -> Int {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: source.extracting(range))
            return range.lowerBound
        } catch {
            return range.lowerBound &+ error.byteOffsets.lowerBound
        }
    }
}
