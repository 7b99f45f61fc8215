/// Where one text stands in another, by bytes.
///
/// The library's own search compares characters, and makes tables of each pattern: for the short words that messages and
/// logs are searched for, that takes ten times as long as to look at each byte. A word of ASCII stands at the same places
/// either way.
extension Span where Element == UInt8 {
    /// The first place at which `wanted` begins; nil where it does not stand.
    ///
    /// Nothing at all stands at the beginning.
    package func firstPlace(of wanted: borrowing Span<UInt8>) -> Int? {
        guard !wanted.isEmpty else { return 0 }
        guard count >= wanted.count else { return nil }
        let head = wanted[0]
        let last = count &- wanted.count
        var place = 0
        while place <= last {
            if self[place] == head {
                var length = 1
                while length < wanted.count, self[place &+ length] == wanted[length] { length &+= 1 }
                if length == wanted.count { return place }
            }
            place &+= 1
        }
        return nil
    }
}

/// Blocks of bytes without a branch for each, of which the compiler makes a few instructions.
extension Span where Element == UInt8 {
    /// The first place from `start` on at which `byte` stands, or the end.
    @inlinable
    package func place(of byte: UInt8, from start: Int) -> Int {
        var place = start
        while place &+ 32 <= count {
            let block = extracting(place..<(place &+ 32))
            var found: UInt8 = 0
            for index in block.indices { found |= block[index] == byte ? 1 : 0 }
            if found != 0 { break }
            place &+= 32
        }
        while place < count, self[place] != byte { place &+= 1 }
        return place
    }

    /// The first place from `start` on at which a control character, a quote or a backslash stands, or the end: until there a
    /// string of JSON means what it is.
    @inlinable
    package func endOfPlainText(from start: Int) -> Int {
        var place = start
        while place &+ 32 <= count {
            let block = extracting(place..<(place &+ 32))
            var found: UInt8 = 0
            for index in block.indices {
                let byte = block[index]
                found |= byte < 0x20 ? 1 : 0
                found |= byte == UInt8(ascii: "\"") ? 1 : 0
                found |= byte == UInt8(ascii: "\\") ? 1 : 0
            }
            if found != 0 { break }
            place &+= 32
        }
        while place < count, self[place] >= 0x20, self[place] != UInt8(ascii: "\""), self[place] != UInt8(ascii: "\\") {
            place &+= 1
        }
        return place
    }
}

extension [UInt8] {
    /// Where `wanted` stands first.
    package func firstRange(of wanted: [UInt8]) -> Range<Int>? { self[...].firstRange(of: wanted) }
}

extension ArraySlice<UInt8> {
    /// Where `wanted` stands first.
    package func firstRange(of wanted: [UInt8]) -> Range<Int>? {
        guard let place = span.firstPlace(of: wanted.span) else { return nil }
        return (startIndex + place)..<(startIndex + place + wanted.count)
    }
}

extension String {
    /// Where `wanted` stands first.
    package func firstRange(of wanted: String) -> Range<Index>? { self[...].firstRange(of: wanted) }

    /// Whether `wanted` stands in it.
    package func contains(_ wanted: String) -> Bool { self[...].firstRange(of: wanted) != nil }
}

extension Substring {
    /// Where `wanted` stands first.
    package func firstRange(of wanted: String) -> Range<Index>? {
        let (text, pattern) = (utf8, wanted.utf8)
        guard let place = text.span.firstPlace(of: pattern.span) else { return nil }
        let start = text.index(startIndex, offsetBy: place)
        return start..<text.index(start, offsetBy: pattern.count)
    }

    /// Whether `wanted` stands in it.
    package func contains(_ wanted: String) -> Bool { firstRange(of: wanted) != nil }
}
