/// The two Huffman codes of a block.
struct BlockCodes {
    let literals: HuffmanCode
    let distances: HuffmanCode

    /// The fixed codes (RFC 1951 section 3.2.6).
    init() throws(InflateError) {
        let lengths: [UInt8] =
            [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
            + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8)
        literals = try HuffmanCode(lengths: lengths[...])
        distances = try HuffmanCode(lengths: [UInt8](repeating: 5, count: 32)[...])
    }

    /// The codes that a block of type 2 begins with (RFC 1951 section 3.2.7).
    init(_ reader: inout BitReader, _ source: borrowing Span<UInt8>) throws(InflateError) {
        let literalCount = try reader.take(5, source) + 257
        let distanceCount = try reader.take(5, source) + 1
        let codeCount = try reader.take(4, source) + 4
        guard literalCount <= 286, distanceCount <= 30 else { throw InflateError(.invalidCode) }
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for place in DeflateTables.codeLengthOrder.prefix(codeCount) {
            codeLengths[place] = UInt8(try reader.take(3, source))
        }
        let code = try HuffmanCode(lengths: codeLengths[...])
        let lengths = try Self.lengths(count: literalCount + distanceCount, code, &reader, source)
        // Without a code for the end of the block, the block would never end.
        guard lengths[256] != 0 else { throw InflateError(.invalidCode) }
        literals = try HuffmanCode(lengths: lengths[..<literalCount])
        distances = try HuffmanCode(lengths: lengths[literalCount...])
    }

    private static func lengths(
        count: Int, _ code: HuffmanCode, _ reader: inout BitReader, _ source: borrowing Span<UInt8>
    ) throws(InflateError) -> [UInt8] {
        var lengths: [UInt8] = []
        while lengths.count < count {
            let symbol = try code.symbol(&reader, source)
            let value: UInt8
            let times: Int
            switch symbol {
            case 0..<16:
                value = UInt8(symbol)
                times = 1
            case 16:
                guard let previous = lengths.last else { throw InflateError(.invalidCode) }
                value = previous
                times = try reader.take(2, source) + 3
            case 17:
                value = 0
                times = try reader.take(3, source) + 3
            default:
                value = 0
                times = try reader.take(7, source) + 11
            }
            guard lengths.count + times <= count else { throw InflateError(.invalidCode) }
            lengths.append(contentsOf: repeatElement(value, count: times))
        }
        return lengths
    }
}

/// The fixed codes, made once.
enum FixedCodes {
    static let shared = Result { () throws(InflateError) in try BlockCodes() }
}
