/// A canonical Huffman code (RFC 1951 section 3.2.2).
struct HuffmanCode {
    /// Codes up to this long are found with one look-up.
    private static let quickBits = 10
    static let longest = 15

    /// For the next `quickBits` bits: symbol and length of the code they begin with, or 0.
    private var quick: [UInt16]
    private var counts = [Int](repeating: 0, count: longest + 1)
    private var symbols: [UInt16] = []

    /// The code of which each symbol has the given length; 0 means that it has none.
    init(lengths: ArraySlice<UInt8>) throws(InflateError) {
        quick = [UInt16](repeating: 0, count: 1 << Self.quickBits)
        for length in lengths { counts[Int(length)] += 1 }
        let used = lengths.count - counts[0]
        counts[0] = 0
        var left = 1
        for length in 1...Self.longest {
            left = left * 2 - counts[length]
            guard left >= 0 else { throw InflateError(.invalidCode) }
        }
        // A code with unused bit patterns is allowed only where at most one symbol exists: blocks without matches have one.
        guard left == 0 || used <= 1 else { throw InflateError(.invalidCode) }
        var places = [Int](repeating: 0, count: Self.longest + 2)
        var codes = [Int](repeating: 0, count: Self.longest + 2)
        for length in 1...Self.longest {
            places[length + 1] = places[length] + counts[length]
            codes[length + 1] = (codes[length] + counts[length]) << 1
        }
        symbols = [UInt16](repeating: 0, count: used)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length)
            symbols[places[length]] = UInt16(symbol)
            places[length] += 1
            addQuick(symbol: symbol, code: codes[length], length: length)
            codes[length] += 1
        }
    }

    private mutating func addQuick(symbol: Int, code: Int, length: Int) {
        guard length <= Self.quickBits else { return }
        var reversed = 0
        for bit in 0..<length where code & (1 << bit) != 0 { reversed |= 1 << (length - 1 - bit) }
        for entry in stride(from: reversed, to: 1 << Self.quickBits, by: 1 << length) {
            quick[entry] = UInt16(symbol << 4 | length)
        }
    }

    /// The next symbol.
    func symbol(_ reader: inout BitReader, _ source: borrowing Span<UInt8>) throws(InflateError) -> Int {
        let bits = reader.peek(source)
        let entry = Int(quick[Int(bits & UInt64((1 << Self.quickBits) - 1))])
        if entry != 0 {
            guard entry & 15 <= reader.available else { throw InflateError(.truncated) }
            reader.drop(entry & 15)
            return entry >> 4
        }
        var code = 0
        var first = 0
        var place = 0
        for length in 1...Self.longest {
            guard length <= reader.available else { throw InflateError(.truncated) }
            code |= Int(bits >> UInt64(length - 1) & 1)
            if code - first < counts[length] {
                reader.drop(length)
                return Int(symbols[place + code - first])
            }
            place += counts[length]
            first = (first + counts[length]) << 1
            code <<= 1
        }
        throw InflateError(.invalidCode)
    }
}
