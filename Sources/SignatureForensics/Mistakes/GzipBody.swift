/// The inside of a compressed body (RFC 1952 and RFC 1950 around RFC 1951), to see whether that is what was hashed.
enum GzipBody {
    /// The plain bytes; nil if the body is not compressed, damaged, or grows beyond bounds.
    static func unpacked(_ body: [UInt8]) -> [UInt8]? {
        if body.count > 18, body[0] == 0x1F, body[1] == 0x8B, body[2] == 8 {
            guard let start = gzipHeaderEnd(body) else { return nil }
            return inflate(body, from: start)
        }
        if body.count > 6, body[0] & 0x0F == 8, (Int(body[0]) << 8 | Int(body[1])) % 31 == 0 {
            return inflate(body, from: 2)
        }
        // Deflate without any frame, as many senders of "deflate" have it: no text begins so and ends in the right place.
        guard body.count > 2, body[0] & 6 != 6, body[0] != UInt8(ascii: "{"), body[0] != UInt8(ascii: "[") else {
            return nil
        }
        return inflate(body, from: 0).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let limit = 1 << 22

    private static func gzipHeaderEnd(_ body: [UInt8]) -> Int? {
        let flags = body[3]
        var index = 10
        if flags & 4 != 0 {
            guard index + 2 <= body.count else { return nil }
            index += 2 + Int(body[index]) + Int(body[index + 1]) << 8
        }
        for flag in [UInt8(8), 16] where flags & flag != 0 {
            while index < body.count, body[index] != 0 { index += 1 }
            index += 1
        }
        if flags & 2 != 0 { index += 2 }
        return index < body.count ? index : nil
    }

    private struct Bits {
        let bytes: [UInt8]
        var index: Int
        var hold: UInt64 = 0
        var count = 0

        mutating func take(_ wanted: Int) -> Int? {
            while count < wanted {
                guard index < bytes.count else { return nil }
                hold |= UInt64(bytes[index]) << UInt64(count)
                index += 1
                count += 8
            }
            let value = Int(hold & (1 << UInt64(wanted) - 1))
            hold >>= UInt64(wanted)
            count -= wanted
            return value
        }

        mutating func alignToByte() {
            hold = 0
            count = 0
        }
    }

    /// A Huffman code in the canonical form: how many codes of each length, and the symbols in their order.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []

        init(_ lengths: [Int]) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            for length in 1...15 {
                symbols += lengths.indices.filter { lengths[$0] == length }
            }
        }

        func symbol(_ bits: inout Bits) -> Int? {
            var (code, first, index) = (0, 0, 0)
            for length in 1...15 {
                guard let bit = bits.take(1) else { return nil }
                code |= bit
                if code - counts[length] < first {
                    let place = index + code - first
                    return symbols.indices.contains(place) ? symbols[place] : nil
                }
                index += counts[length]
                first = (first + counts[length]) << 1
                code <<= 1
            }
            return nil
        }
    }

    private static func inflate(_ body: [UInt8], from start: Int) -> [UInt8]? {
        var bits = Bits(bytes: body, index: start)
        var output: [UInt8] = []
        while true {
            guard let isLast = bits.take(1), let kind = bits.take(2), output.count <= limit else { return nil }
            switch kind {
            case 0:
                bits.alignToByte()
                guard let low = bits.take(16), bits.take(16) != nil else { return nil }
                for _ in 0..<low {
                    guard let byte = bits.take(8) else { return nil }
                    output.append(UInt8(byte))
                }
            case 1:
                guard block(&bits, fixedLiterals, fixedDistances, &output) else { return nil }
            case 2:
                guard let (literals, distances) = codes(&bits), block(&bits, literals, distances, &output) else {
                    return nil
                }
            default: return nil
            }
            if isLast == 1 { return output }
        }
    }

    private static let fixedLiterals = Code(
        [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
            + [Int](repeating: 8, count: 8))
    private static let fixedDistances = Code([Int](repeating: 5, count: 30))

    private static func codes(_ bits: inout Bits) -> (Code, Code)? {
        guard let literalCount = bits.take(5), let distanceCount = bits.take(5), let lengthCount = bits.take(4) else {
            return nil
        }
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var lengths = [Int](repeating: 0, count: 19)
        for place in 0..<(lengthCount + 4) {
            guard let length = bits.take(3) else { return nil }
            lengths[order[place]] = length
        }
        let lengthCode = Code(lengths)
        let total = literalCount + 257 + distanceCount + 1
        var all: [Int] = []
        while all.count < total {
            guard let symbol = lengthCode.symbol(&bits) else { return nil }
            switch symbol {
            case 0...15: all.append(symbol)
            case 16:
                guard let last = all.last, let more = bits.take(2) else { return nil }
                all += [Int](repeating: last, count: more + 3)
            case 17:
                guard let more = bits.take(3) else { return nil }
                all += [Int](repeating: 0, count: more + 3)
            default:
                guard let more = bits.take(7) else { return nil }
                all += [Int](repeating: 0, count: more + 11)
            }
        }
        guard all.count == total else { return nil }
        return (Code(Array(all[..<(literalCount + 257)])), Code(Array(all[(literalCount + 257)...])))
    }

    private static func block(_ bits: inout Bits, _ literals: Code, _ distances: Code, _ output: inout [UInt8]) -> Bool
    {
        while output.count <= limit {
            guard let symbol = literals.symbol(&bits) else { return false }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return true }
            guard DeflateTables.lengthBases.indices.contains(symbol - 257),
                let extra = bits.take(DeflateTables.lengthBits[symbol - 257]),
                let far = distances.symbol(&bits), DeflateTables.distanceBases.indices.contains(far),
                let farther = bits.take(DeflateTables.distanceBits[far])
            else { return false }
            let distance = DeflateTables.distanceBases[far] + farther
            guard distance <= output.count else { return false }
            for _ in 0..<(DeflateTables.lengthBases[symbol - 257] + extra) {
                output.append(output[output.count - distance])
            }
        }
        return false
    }
}
