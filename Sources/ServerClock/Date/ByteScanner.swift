/// Reads fixed-form texts byte by byte.
struct ByteScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Takes `expected` if it comes next.
    mutating func take(_ expected: String) -> Bool {
        let wanted = Array(expected.utf8)
        guard bytes.count - position >= wanted.count,
            bytes[position..<position + wanted.count].elementsEqual(wanted)
        else { return false }
        position += wanted.count
        return true
    }

    /// Takes exactly `count` decimal digits.
    mutating func digits(_ count: Int) -> Int? {
        guard bytes.count - position >= count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return value
    }

    /// Takes as many decimal digits as come next, at most `limit`, at least one.
    mutating func number(atMost limit: Int) -> Int? {
        var count = 0
        while count < limit, position + count < bytes.count, bytes[position + count] >= UInt8(ascii: "0"),
            bytes[position + count] <= UInt8(ascii: "9")
        { count += 1 }
        return count == 0 ? nil : digits(count)
    }

    /// Takes the one of `names` that comes next and returns its index.
    mutating func name(of names: [String]) -> Int? {
        for (index, name) in names.enumerated() where take(name) { return index }
        return nil
    }
}
