/// One last block of deflate with the codes that zlib's `trees.c` makes, or with the fixed ones where they are as short.
struct DeflateBlock {
    private(set) var bytes: [UInt8] = []
    private var hold: UInt64 = 0
    private var held = 0

    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let fixedLiterals =
        [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
        + [Int](repeating: 8, count: 8)
    private static let fixedDistances = [Int](repeating: 5, count: 30)

    init(_ symbols: [DeflatedBody.Symbol], _ body: [UInt8]) {
        var literals = [Int](repeating: 0, count: 286)
        var distances = [Int](repeating: 0, count: 30)
        literals[256] = 1
        var extra = 0
        for symbol in symbols {
            switch symbol {
            case .literal(let byte): literals[Int(byte)] += 1
            case .match(let length, let distance):
                let (first, second) = (
                    Self.index(length, DeflateTables.lengthBases), Self.index(distance, DeflateTables.distanceBases)
                )
                literals[257 + first] += 1
                distances[second] += 1
                extra += DeflateTables.lengthBits[first] + DeflateTables.distanceBits[second]
            }
        }
        let fixed =
            zip(literals, Self.fixedLiterals).map { $0 * $1 }.reduce(0, +) + distances.map { 5 * $0 }.reduce(0, +)
            + extra
        let literalTree = CodeTree(literals, longest: 15)
        let distanceTree = CodeTree(distances, longest: 15)
        let runs = Self.runs(literalTree) + Self.runs(distanceTree)
        var codes = [Int](repeating: 0, count: 19)
        for run in runs { codes[run.code] += 1 }
        let codeTree = CodeTree(codes, longest: 7)
        let shown = max(4, (Self.codeOrder.lastIndex { codeTree.lengths[$0] != 0 } ?? 3) + 1)
        let dynamic =
            literalTree.cost(literals) + distanceTree.cost(distances) + extra + codeTree.cost(codes)
            + runs.map(\.bits).reduce(0, +) + 3 * shown + 14
        let fixedBytes = (fixed + 10) >> 3
        let best = min(fixedBytes, (dynamic + 10) >> 3)
        if body.count + 4 <= best {
            put(1, 3)
            flush()
            bytes += [
                UInt8(body.count & 255), UInt8(body.count >> 8), ~UInt8(body.count & 255), ~UInt8(body.count >> 8),
            ]
            bytes += body
            return
        }
        if fixedBytes == best {
            put(3, 3)
            write(symbols, CodeTree(lengths: Self.fixedLiterals), CodeTree(lengths: Self.fixedDistances))
        } else {
            put(5, 3)
            put(literalTree.last + 1 - 257, 5)
            put(distanceTree.last, 5)
            put(shown - 4, 4)
            for code in Self.codeOrder.prefix(shown) { put(codeTree.lengths[code], 3) }
            for run in runs {
                put(codeTree.codes[run.code], codeTree.lengths[run.code])
                put(run.value, run.bits)
            }
            write(symbols, literalTree, distanceTree)
        }
        flush()
    }

    private static func index(_ value: Int, _ bases: [Int]) -> Int {
        (bases.lastIndex { $0 <= value } ?? 0)
    }

    private mutating func write(_ symbols: [DeflatedBody.Symbol], _ literals: CodeTree, _ distances: CodeTree) {
        for symbol in symbols {
            switch symbol {
            case .literal(let byte): put(literals.codes[Int(byte)], literals.lengths[Int(byte)])
            case .match(let length, let distance):
                let (first, second) = (
                    Self.index(length, DeflateTables.lengthBases), Self.index(distance, DeflateTables.distanceBases)
                )
                put(literals.codes[257 + first], literals.lengths[257 + first])
                put(length - DeflateTables.lengthBases[first], DeflateTables.lengthBits[first])
                put(distances.codes[second], distances.lengths[second])
                put(distance - DeflateTables.distanceBases[second], DeflateTables.distanceBits[second])
            }
        }
        put(literals.codes[256], literals.lengths[256])
    }

    private mutating func put(_ value: Int, _ bits: Int) {
        hold |= UInt64(value) << UInt64(held)
        held += bits
        while held >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: hold))
            hold >>= 8
            held -= 8
        }
    }

    private mutating func flush() {
        if held > 0 { bytes.append(UInt8(truncatingIfNeeded: hold)) }
        (hold, held) = (0, 0)
    }

    /// The lengths of a tree's codes, runs of the same length as one.
    private static func runs(_ tree: CodeTree) -> [(code: Int, value: Int, bits: Int)] {
        var runs: [(code: Int, value: Int, bits: Int)] = []
        var (last, count) = (-1, 0)
        var (most, least) = tree.lengths[0] == 0 ? (138, 3) : (7, 4)
        for index in 0...tree.last {
            let length = tree.lengths[index]
            let next = index < tree.last ? tree.lengths[index + 1] : -1
            count += 1
            if count < most, length == next { continue }
            if count < least {
                for _ in 0..<count { runs.append((length, 0, 0)) }
            } else if length != 0 {
                if length != last {
                    runs.append((length, 0, 0))
                    count -= 1
                }
                runs.append((16, count - 3, 2))
            } else if count <= 10 {
                runs.append((17, count - 3, 3))
            } else {
                runs.append((18, count - 11, 7))
            }
            (last, count) = (length, 0)
            (most, least) = next == 0 ? (138, 3) : length == next ? (6, 3) : (7, 4)
        }
        return runs
    }
}

/// A Huffman code with the ties broken as zlib breaks them.
struct CodeTree {
    private(set) var lengths: [Int]
    private(set) var codes: [Int] = []
    /// The last symbol that has a code.
    private(set) var last = 0

    init(lengths: [Int]) {
        self.lengths = lengths
        last = lengths.count - 1
        codes = Self.codes(lengths)
    }

    func cost(_ counts: [Int]) -> Int { zip(counts, lengths).map { $0 * $1 }.reduce(0, +) }

    init(_ counts: [Int], longest: Int) {
        let size = counts.count
        var weight = counts + [Int](repeating: 0, count: size + 2)
        var depth = [Int](repeating: 0, count: 2 * size + 2)
        var parent = depth
        var heap = [0]
        for symbol in counts.indices where counts[symbol] != 0 {
            heap.append(symbol)
            last = symbol
        }
        if heap.count == 1 { last = -1 }
        // A code has two symbols at least.
        while heap.count < 3 {
            let symbol = last < 2 ? last + 1 : 0
            if last < 2 { last += 1 }
            heap.append(symbol)
            weight[symbol] = 1
        }
        func isBefore(_ one: Int, _ other: Int) -> Bool {
            weight[one] < weight[other] || weight[one] == weight[other] && depth[one] <= depth[other]
        }
        func sink(_ from: Int, _ heap: inout [Int]) {
            var place = from
            let moved = heap[place]
            var child = 2 * place
            while child < heap.count {
                if child + 1 < heap.count, isBefore(heap[child + 1], heap[child]) { child += 1 }
                if isBefore(moved, heap[child]) { break }
                heap[place] = heap[child]
                place = child
                child *= 2
            }
            heap[place] = moved
        }
        for place in stride(from: (heap.count - 1) / 2, through: 1, by: -1) { sink(place, &heap) }
        var order: [Int] = []
        var node = size
        repeat {
            let one = heap[1]
            heap[1] = heap.removeLast()
            sink(1, &heap)
            let other = heap[1]
            order += [one, other]
            weight[node] = weight[one] + weight[other]
            depth[node] = max(depth[one], depth[other]) + 1
            parent[one] = node
            parent[other] = node
            heap[1] = node
            node += 1
            sink(1, &heap)
        } while heap.count > 2
        let sorted = (order + [heap[1]]).reversed() + []
        lengths = Self.lengths(sorted, parent, leaves: last, size, longest)
        codes = Self.codes(lengths)
    }

    /// The depth of each leaf, the root first in the order; those that are too deep are taken up again.
    private static func lengths(_ order: [Int], _ parent: [Int], leaves: Int, _ size: Int, _ longest: Int) -> [Int] {
        var length = [Int](repeating: 0, count: parent.count)
        var counts = [Int](repeating: 0, count: longest + 1)
        var overflow = 0
        for node in order.dropFirst() {
            var bits = length[parent[node]] + 1
            if bits > longest {
                bits = longest
                overflow += 1
            }
            length[node] = bits
            if node <= leaves { counts[bits] += 1 }
        }
        guard overflow > 0 else { return Array(length.prefix(size)) }
        while overflow > 0 {
            var bits = longest - 1
            while counts[bits] == 0 { bits -= 1 }
            counts[bits] -= 1
            counts[bits + 1] += 2
            counts[longest] -= 1
            overflow -= 2
        }
        var place = order.count
        for bits in stride(from: longest, to: 0, by: -1) {
            var left = counts[bits]
            while left > 0 {
                place -= 1
                guard order[place] <= leaves else { continue }
                length[order[place]] = bits
                left -= 1
            }
        }
        return Array(length.prefix(size))
    }

    /// The canonical codes, their bits in the order in which they are written.
    private static func codes(_ lengths: [Int]) -> [Int] {
        var next = [Int](repeating: 0, count: 17)
        for bits in 1...15 { next[bits + 1] = (next[bits] + lengths.count { $0 == bits }) << 1 }
        return lengths.map { length in
            guard length > 0 else { return 0 }
            var (code, result) = (next[length], 0)
            next[length] += 1
            for _ in 0..<length {
                result = result << 1 | code & 1
                code >>= 1
            }
            return result
        }
    }
}
