/// Reads fixed-form texts byte by byte.
package struct ByteScanner {
    private let bytes: [UInt8]
    package private(set) var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var isAtEnd: Bool { position == bytes.count }

    /// Takes `expected` if it comes next.
    package mutating func take(_ expected: String) -> Bool {
        let wanted = expected.utf8.span
        guard bytes.count - position >= wanted.count else { return false }
        for place in wanted.indices where bytes[position + place] != wanted[place] { return false }
        position += wanted.count
        return true
    }

    /// Takes exactly `count` decimal digits.
    package mutating func digits(_ count: Int) -> Int? {
        guard bytes.count - position >= count else { return nil }
        var value = 0
        for place in position..<(position + count) {
            guard let digit = bytes[place].decimalDigit else { return nil }
            value = value * 10 + digit
        }
        position += count
        return value
    }

    /// Takes as many decimal digits as come next, at most `limit`, at least one.
    package mutating func number(atMost limit: Int) -> Int? {
        var count = 0
        while count < limit, position + count < bytes.count, bytes[position + count].isDigit { count += 1 }
        return count == 0 ? nil : digits(count)
    }

    /// Takes the one of `names` that comes next and returns its index.
    package mutating func name(of names: [String]) -> Int? {
        for (index, name) in names.enumerated() where take(name) { return index }
        return nil
    }
}
