/// Expands deflate data (RFC 1951).
struct Inflater {
    private(set) var output: [UInt8] = []
    private var reader: BitReader
    private let limit: Int

    /// An inflater that begins at an offset and gives at most so many bytes.
    init(at offset: Int, limit: Int) {
        reader = BitReader(at: offset)
        self.limit = limit
    }

    /// Expands all blocks and returns the offset behind them.
    mutating func run(_ source: borrowing Span<UInt8>) throws(InflateError) -> Int {
        var isLast = false
        while !isLast {
            isLast = try reader.take(1, source) == 1
            switch try reader.take(2, source) {
            case 0: try stored(source)
            case 1: try compressed(FixedCodes.shared.get(), source)
            case 2: try compressed(try BlockCodes(&reader, source), source)
            default: throw InflateError(.invalidBlockType)
            }
        }
        return reader.alignedOffset()
    }

    private mutating func stored(_ source: borrowing Span<UInt8>) throws(InflateError) {
        let head = reader.alignedOffset()
        guard head + 4 <= source.count else { throw InflateError(.truncated) }
        let length = Int(source[head]) | Int(source[head + 1]) << 8
        let complement = Int(source[head + 2]) | Int(source[head + 3]) << 8
        guard length ^ 0xFFFF == complement else { throw InflateError(.storedLengthMismatch) }
        guard head + 4 + length <= source.count else { throw InflateError(.truncated) }
        try makeRoom(length)
        for place in (head + 4)..<(head + 4 + length) { output.append(source[place]) }
        reader.move(to: head + 4 + length)
    }

    private mutating func compressed(_ codes: BlockCodes, _ source: borrowing Span<UInt8>) throws(InflateError) {
        while true {
            let symbol = try codes.literals.symbol(&reader, source)
            if symbol < 256 {
                try makeRoom(1)
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            let length = try Self.value(symbol - 257, DeflateTables.lengths, &reader, source)
            let distanceSymbol = try codes.distances.symbol(&reader, source)
            let distance = try Self.value(distanceSymbol, DeflateTables.distances, &reader, source)
            guard distance <= output.count else { throw InflateError(.invalidDistance) }
            try makeRoom(length)
            // Source and copy may overlap: that is how runs are written.
            let from = output.count - distance
            for place in from..<(from + length) { output.append(output[place]) }
        }
    }

    private func makeRoom(_ count: Int) throws(InflateError) {
        guard output.count + count <= limit else { throw InflateError(.tooLong(limit: limit)) }
    }

    private static func value(
        _ symbol: Int, _ table: [DeflateTables.Entry], _ reader: inout BitReader, _ source: borrowing Span<UInt8>
    ) throws(InflateError) -> Int {
        guard table.indices.contains(symbol) else { throw InflateError(.invalidSymbol) }
        return table[symbol].base + (try reader.take(table[symbol].extraBits, source))
    }
}
