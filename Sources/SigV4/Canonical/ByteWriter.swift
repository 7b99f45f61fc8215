/// A byte buffer that is written once, from front to back, and then given away.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    var count: Int { bytes.count }

    @inline(__always)
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    @inline(__always)
    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    @inline(__always)
    mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

    mutating func append(_ other: [UInt8], in range: Range<Int>) { bytes.append(contentsOf: other[range]) }

    /// Writes a digest as 64 lower-case hexadecimal digits.
    mutating func append(hexOf digest: SHA256Digest) {
        for index in 0..<32 {
            let byte = digest.storage[index]
            append(Self.hexDigit(byte >> 4, letters: 0x61))
            append(Self.hexDigit(byte & 15, letters: 0x61))
        }
    }

    /// Writes `%` and two capital hexadecimal digits.
    mutating func append(percentEncoding byte: UInt8) {
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4, letters: 0x41))
        append(Self.hexDigit(byte & 15, letters: 0x41))
    }

    /// Writes eight digits of a date.
    mutating func append(_ date: DateStamp) {
        for place in stride(from: UInt64(56), through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: date.packed >> place))
        }
    }

    /// Writes a time as `YYYYMMDDTHHMMSSZ`.
    mutating func append(_ time: SigningTime) {
        append(DateStamp(time))
        let second = Int(time.unixSeconds) - time.daysSince1970 * 86_400
        append(UInt8(ascii: "T"))
        append(twoDigits: second / 3600)
        append(twoDigits: second / 60 % 60)
        append(twoDigits: second % 60)
        append(UInt8(ascii: "Z"))
    }

    private mutating func append(twoDigits number: Int) {
        append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
        append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
    }

    /// Writes a name with its ASCII capitals made small.
    ///
    /// False if it is no HTTP token.
    @discardableResult
    mutating func append(lowercased name: String) -> Bool {
        var isToken = !name.isEmpty
        for byte in name.utf8 {
            isToken = isToken && byte.isTokenCharacter
            append(byte.asciiLowercased)
        }
        return isToken
    }

    consuming func finish() -> [UInt8] { bytes }

    @inline(__always)
    private static func hexDigit(_ value: UInt8, letters: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : letters + value - 10
    }
}
