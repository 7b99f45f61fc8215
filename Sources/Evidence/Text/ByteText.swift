import WireText

/// A stretch of a text in bytes, as the readers of inputs look at it.
///
/// Bytes, because what was signed is bytes: a log is decoded only where a word of it is shown.
package typealias ByteText = ArraySlice<UInt8>

extension ByteText {
    /// The bytes as UTF-8, with U+FFFD where they are not.
    package var text: String { String(decoding: self, as: UTF8.self) }

    package func hasPrefix(_ prefix: String) -> Bool { starts(with: prefix.utf8) }

    package func hasSuffix(_ suffix: String) -> Bool {
        let ending = suffix.utf8
        return count >= ending.count && self[(endIndex - ending.count)...].elementsEqual(ending)
    }

    /// Where `wanted` occurs first.
    package func range(of wanted: String) -> Range<Index>? {
        let pattern = wanted.utf8
        guard let place = span.firstPlace(of: pattern.span) else { return nil }
        return (startIndex + place)..<(startIndex + place + pattern.count)
    }

    package func contains(_ wanted: String) -> Bool { range(of: wanted) != nil }

    /// What stands after the first `marker`; `nil` when it does not occur.
    func after(_ marker: String) -> ByteText? {
        range(of: marker).map { self[$0.upperBound...] }
    }

    /// What stands before the first `marker`, or all of it.
    func before(_ marker: String) -> ByteText {
        range(of: marker).map { self[..<$0.lowerBound] } ?? self
    }

    /// Without white space around it.
    package var trimmed: ByteText {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        var slice = drop(while: isSpace)
        // Not by removing, for which the bytes would be copied.
        while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
        return slice
    }

    /// Whether nothing but white space is in it.
    var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}

extension UInt8 {
    /// `0` to `9` and `a` to `f`.
    var isLowercaseHex: Bool { hexDigit != nil && !isUppercaseLetter }
}
