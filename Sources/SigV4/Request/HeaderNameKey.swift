import WireText

/// A header name in lower case, packed for comparing: its first 24 bytes in three words that sort as the name does.
///
/// All but very long names are compared, sorted and written without looking at the string again.
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
        self.init(utf8.span)
    }

    init(_ bytes: Span<UInt8>) {
        count = bytes.count
        first = bytes.word(from: 0).asciiLowercasedBytes
        var plain = first.lettersAndHyphens.nonzeroBitCount
        if bytes.count > 8 {
            second = bytes.word(from: 8).asciiLowercasedBytes
            plain += second.lettersAndHyphens.nonzeroBitCount
        } else {
            second = 0
        }
        if bytes.count > 16 {
            third = bytes.word(from: 16).asciiLowercasedBytes
            plain += third.lettersAndHyphens.nonzeroBitCount
        } else {
            third = 0
        }
        if plain == bytes.count, plain > 0 {
            isToken = true
        } else {
            // There are others, or more of them: one by one.
            var isToken = !bytes.isEmpty
            for index in bytes.indices { isToken = isToken && bytes[index].isTokenCharacter }
            self.isToken = isToken
        }
    }

    private init(first: UInt64, second: UInt64, third: UInt64, count: Int) {
        self.first = first
        self.second = second
        self.third = third
        self.count = count
        isToken = true
    }

    // The names of the headers that signing adds, spelt out so that nothing has to be made when they are first used.
    static let amzDate = HeaderNameKey(
        first: 0x782D_616D_7A2D_6461, second: 0x7465_0000_0000_0000, third: 0, count: 10)
    static let securityToken = HeaderNameKey(
        first: 0x782D_616D_7A2D_7365, second: 0x6375_7269_7479_2D74, third: 0x6F6B_656E_0000_0000, count: 20)
    static let contentSHA256 = HeaderNameKey(
        first: 0x782D_616D_7A2D_636F, second: 0x6E74_656E_742D_7368, third: 0x6132_3536_0000_0000, count: 20)

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

    /// The names that signing itself knows.
    enum Role {
        case amzDate, authorization, contentSHA256, date, host, securityToken, other
    }

    /// Which of the names that signing knows this is.
    ///
    /// The words are spelt out, so that no comparison needs a lazily made constant.
    @inline(__always)
    var role: Role {
        switch (first, count) {
        case (0x686F_7374_0000_0000, 4): .host
        case (0x6461_7465_0000_0000, 4): .date
        case (0x782D_616D_7A2D_6461, 10) where second == 0x7465_0000_0000_0000: .amzDate
        case (0x6175_7468_6F72_697A, 13) where second == 0x6174_696F_6E00_0000: .authorization
        case (0x782D_616D_7A2D_7365, 20)
        where second == 0x6375_7269_7479_2D74 && third == 0x6F6B_656E_0000_0000: .securityToken
        case (0x782D_616D_7A2D_636F, 20)
        where second == 0x6E74_656E_742D_7368 && third == 0x6132_3536_0000_0000: .contentSHA256
        default: .other
        }
    }
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
