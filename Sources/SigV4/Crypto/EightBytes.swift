/// Eight bytes in a word, tested and changed all at once.
///
/// A test gives a word with the highest bit of each byte that passes. Sums are made of the lower seven bits, so that
/// nothing carries from one byte into the next.
extension UInt64 {
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// A word of eight times the same byte.
    @inline(__always)
    static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Which bytes equal `byte`.
    @inline(__always)
    func bytes(equalTo byte: UInt8) -> UInt64 {
        let difference = self ^ .repeating(byte)
        return ~((difference & ~Self.highest) &+ ~Self.highest | difference) & Self.highest
    }

    /// Which bytes lie in a range of ASCII.
    @inline(__always)
    func bytes(from first: UInt8, through last: UInt8) -> UInt64 {
        let low = self & ~Self.highest
        let fromFirst = low &+ .repeating(0x80 - first)
        let afterLast = low &+ .repeating(0x7F - last)
        return fromFirst & ~afterLast & ~self & Self.highest
    }

    /// Which bytes are white space, control characters or nothing.
    @inline(__always)
    var bytesUpToSpace: UInt64 { bytes(from: 0, through: 0x20) }

    /// The eight bytes with ASCII capitals made small.
    @inline(__always)
    var asciiLowercasedBytes: UInt64 { self | bytes(from: 0x41, through: 0x5A) >> 2 }

    /// Which bytes are letters, digits, `-`, `.` or `/`: all that stays as it is in a path but `_` and `~`.
    @inline(__always)
    var bytesPlainInPath: UInt64 {
        let letters = self | .repeating(0x20)
        // Without the detour over capitals: a letter stays one when it is made small, and nothing else becomes one.
        return letters.bytes(from: 0x61, through: 0x7A) | bytes(from: 0x2D, through: 0x39)
    }

    /// Which bytes can stand in a part of a credential: nothing that would end the part, the credential or the header.
    @inline(__always)
    var bytesOfScope: UInt64 {
        (bytes(from: 0x21, through: 0x7E) | self & Self.highest) & ~bytes(equalTo: 0x2C) & ~bytes(equalTo: 0x2F)
    }

    /// Which bytes are hexadecimal digits in either case.
    @inline(__always)
    var hexadecimalDigits: UInt64 {
        // Nothing but a letter becomes one by the bit that makes letters small.
        (self | .repeating(0x20)).bytes(from: 0x61, through: 0x66) | bytes(from: 0x30, through: 0x39)
    }

    /// Which of eight lower-case bytes are letters or hyphens, of which most header names are made.
    @inline(__always)
    var lettersAndHyphens: UInt64 { bytes(from: 0x61, through: 0x7A) | bytes(equalTo: 0x2D) }

    /// The eight small hexadecimal digits of a number of four bytes, the first digit in the highest byte.
    @inline(__always)
    static func digits(of number: UInt64) -> UInt64 {
        // Each step moves half of the digits to where they belong, until each has a byte of its own.
        var digits = (number | number << 16) & 0x0000_FFFF_0000_FFFF
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (digits &+ .repeating(6)) >> 4 & .repeating(1)
        return digits &+ .repeating(0x30) &+ letters &* 0x27
    }
}
