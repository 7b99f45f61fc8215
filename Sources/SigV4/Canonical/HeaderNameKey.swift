/// A header name in lower case, packed for comparing: its first 24 bytes in three words that sort as the name does.
///
/// All but very long names are told apart, sorted and written without looking at the string again.
struct HeaderNameKey: Sendable, Hashable {
    let first: UInt64
    let second: UInt64
    let third: UInt64
    /// How many bytes the name has.
    let count: Int
    /// Whether the name is an HTTP token, as it must be to be sent.
    let isToken: Bool

    /// How many bytes of a name the words hold.
    static let packedCount = 24

    init(_ name: String) {
        let utf8 = name.utf8
        let bytes = utf8.span
        count = bytes.count
        var words: InlineArray<3, UInt64> = [0, 0, 0]
        var isToken = count > 0
        for word in 0..<3 {
            let start = word * 8
            guard start < bytes.count else { break }
            var packed: UInt64 = 0
            let end = min(start + 8, bytes.count)
            for index in start..<end {
                let byte = bytes[index]
                isToken = isToken && byte.isTokenCharacter
                packed = packed << 8 | UInt64(byte.asciiLowercased)
            }
            words[word] = packed << UInt64(8 * (start + 8 - end))
        }
        if bytes.count > Self.packedCount {
            for index in Self.packedCount..<bytes.count { isToken = isToken && bytes[index].isTokenCharacter }
        }
        first = words[0]
        second = words[1]
        third = words[2]
        self.isToken = isToken
    }

    /// Whether the words tell all: the name is no longer than they hold.
    private var isWhole: Bool { count <= Self.packedCount }

    /// Whether `name`, with this key, is the same as another, but for ASCII case.
    @inline(__always)
    func matches(_ name: @autoclosure () -> String, _ other: HeaderNameKey, _ otherName: @autoclosure () -> String)
        -> Bool
    {
        guard first == other.first, second == other.second, third == other.third, count == other.count else {
            return false
        }
        return isWhole
            || zip(name().utf8, otherName().utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }

    /// Whether this is the key of a name that the words hold as a whole.
    @inline(__always)
    func isEqual(to other: HeaderNameKey) -> Bool {
        first == other.first && second == other.second && third == other.third && count == other.count && isWhole
    }

    /// Whether `name`, with this key, sorts before another, by the bytes of the lower-case forms.
    @inline(__always)
    func precedes(_ name: @autoclosure () -> String, _ other: HeaderNameKey, _ otherName: @autoclosure () -> String)
        -> Bool
    {
        if first != other.first { return first < other.first }
        if second != other.second { return second < other.second }
        if third != other.third { return third < other.third }
        if isWhole || other.isWhole { return count < other.count }
        return name().utf8.lexicographicallyPrecedes(otherName().utf8) { $0.asciiLowercased < $1.asciiLowercased }
    }

    static let authorization = HeaderNameKey("authorization")
    static let contentSHA256 = HeaderNameKey("x-amz-content-sha256")
    static let date = HeaderNameKey("date")
    static let host = HeaderNameKey("host")
    static let amzDate = HeaderNameKey("x-amz-date")
    static let securityToken = HeaderNameKey("x-amz-security-token")
}

extension ByteWriter {
    /// Writes a name in lower case, from its key as far as that goes.
    @inline(__always)
    mutating func append(_ key: HeaderNameKey, _ name: @autoclosure () -> String) {
        guard key.count <= HeaderNameKey.packedCount else {
            append(lowercased: name())
            return
        }
        append(word: key.first, length: key.count)
        guard key.count > 8 else { return }
        append(word: key.second, length: key.count - 8)
        guard key.count > 16 else { return }
        append(word: key.third, length: key.count - 16)
    }
}
