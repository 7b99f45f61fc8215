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

/// Eight bytes at a time, of which each is looked at in a few instructions for all.
extension Span where Element == UInt8 {
    /// The eight bytes from `place` on, which must all be there, the first in the lowest byte.
    ///
    /// The compiler makes one load of it.
    @inlinable @inline(__always)
    package func word(at place: Int) -> UInt64 {
        let block = extracting(place..<(place &+ 8))
        return UInt64(block[0]) | UInt64(block[1]) << 8 | UInt64(block[2]) << 16 | UInt64(block[3]) << 24
            | UInt64(block[4]) << 32 | UInt64(block[5]) << 40 | UInt64(block[6]) << 48 | UInt64(block[7]) << 56
    }

    /// The first place from `start` on at which `byte` stands, or the end.
    @inlinable
    package func place(of byte: UInt8, from start: Int) -> Int {
        let wanted = 0x0101_0101_0101_0101 &* UInt64(byte)
        var place = start
        while place &+ 8 <= count {
            let found = (word(at: place) ^ wanted).zeroBytes
            if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
            place &+= 8
        }
        while place < count, self[place] != byte { place &+= 1 }
        return place
    }

    /// The first place from `start` on at which a control character, a quote or a backslash stands, or the end: until there a
    /// string of JSON means what it is.
    @inlinable
    package func endOfPlainText(from start: Int) -> Int {
        var place = start
        while place &+ 8 <= count {
            let word = word(at: place)
            let found =
                word.bytesBelowSpace | (word ^ 0x2222_2222_2222_2222).zeroBytes
                | (word ^ 0x5C5C_5C5C_5C5C_5C5C).zeroBytes
            if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
            place &+= 8
        }
        while place < count, self[place] >= 0x20, self[place] != UInt8(ascii: "\""), self[place] != UInt8(ascii: "\\") {
            place &+= 1
        }
        return place
    }

    /// Whether every byte is a visible character of ASCII or a blank.
    package var isPrintable: Bool {
        var place = 0
        while place &+ 8 <= count {
            let word = word(at: place)
            // A byte of 0x7F becomes one with its highest bit set, and so does none below it.
            let high = word | ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0101_0101_0101_0101)
            if (high & 0x8080_8080_8080_8080) | word.bytesBelowSpace != 0 { return false }
            place &+= 8
        }
        while place < count {
            guard self[place] >= 0x20, self[place] < 0x7F else { return false }
            place &+= 1
        }
        return true
    }

    /// Whether both hold the same bytes.
    package func holdsSame(as other: borrowing Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var place = 0
        while place &+ 8 <= count {
            if word(at: place) != other.word(at: place) { return false }
            place &+= 8
        }
        while place < count {
            if self[place] != other[place] { return false }
            place &+= 1
        }
        return true
    }
}

/// Of the bytes that are looked for, the first one in the word has its highest bit set and none before it has; what stands
/// in those behind it means nothing.
extension UInt64 {
    /// With a small letter for each of the eight bytes that is a capital of ASCII.
    @inlinable @inline(__always)
    package var asciiLowercased: UInt64 {
        let low = self & 0x7F7F_7F7F_7F7F_7F7F
        // No sum reaches the next byte: the highest bit of one says "at least A", of the other "beyond Z".
        let (fromA, beyondZ) = (low &+ 0x3F3F_3F3F_3F3F_3F3F, low &+ 0x2525_2525_2525_2525)
        return self | (fromA & ~beyondZ & ~self & 0x8080_8080_8080_8080) >> 2
    }

    @inlinable @inline(__always)
    package var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }

    @inlinable @inline(__always)
    package var bytesBelowSpace: UInt64 { (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080 }
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
