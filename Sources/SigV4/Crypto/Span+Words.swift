/// Many bytes at a time, which the standard library offers on raw pointers only.
extension Span where Element == UInt8 {
    /// The eight bytes from `index` on, which must all be there, the first in the highest byte.
    @inline(__always)
    func fullWord(from index: Int) -> UInt64 {
        precondition(index >= 0 && index <= count - 8)
        return unsafe withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: index, as: UInt64.self) }.bigEndian
    }

    /// The four bytes from `index` on, which must all be there, the first in the highest byte.
    @inline(__always)
    private func halfWord(from index: Int) -> UInt32 {
        precondition(index >= 0 && index <= count - 4)
        return unsafe withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: index, as: UInt32.self) }.bigEndian
    }

    /// The bytes from `index` on, at most eight, the first in the highest byte; zeros where there is none.
    @inline(__always)
    func word(from index: Int) -> UInt64 {
        if index <= count - 8 { return fullWord(from: index) }
        guard index < count else { return 0 }
        // The last eight bytes hold them, if there are so many; the rest is shifted out.
        if count >= 8 { return fullWord(from: count - 8) << UInt64(8 * (8 - (count - index))) }
        let here = count - index
        guard here >= 4 else {
            var word: UInt64 = 0
            for place in index..<count { word = word << 8 | UInt64(self[place]) }
            return word << UInt64(8 * (8 - here))
        }
        // The first four and the last four, some of which may be the same.
        return UInt64(halfWord(from: index)) << 32 | UInt64(halfWord(from: count - 4)) << UInt64(8 * (8 - here))
    }

    /// The smallest byte; 255 if there is none.
    @inline(__always)
    var smallest: UInt8 {
        unsafe withUnsafeBufferPointer { buffer in
            var smallest = UInt8.max
            // Without a branch for each byte, so that the compiler takes many at a time.
            for index in 0..<buffer.count { smallest = unsafe Swift.min(smallest, buffer[index]) }
            return smallest
        }
    }

    /// The place of the first byte that equals `byte`.
    @inline(__always)
    func firstIndex(of byte: UInt8) -> Int? {
        var index = 0
        while index <= count - 8 {
            let found = fullWord(from: index).bytes(equalTo: byte)
            if found != 0 { return index + found.leadingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Whether every byte passes a test that is given for eight at a time; bytes that are not there need not.
    @inline(__always)
    func isMade(of test: (UInt64) -> UInt64) -> Bool {
        var index = 0
        while index < count {
            let here = Swift.min(8, count - index)
            let failed = ~test(word(from: index)) & 0x8080_8080_8080_8080
            if failed >> UInt64(8 * (8 - here)) != 0 { return false }
            index += 8
        }
        return true
    }
}
