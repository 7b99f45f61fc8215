/// A body compressed as zlib does it, byte for byte: what was signed before something on the way unpacked it.
///
/// The format (RFC 1951) leaves the choice of matches and codes to the compressor; nearly every language compresses with
/// zlib, whose choices are these: lazy matching over hash chains, and one block for what is short.
struct DeflatedBody {
    /// How hard zlib looks for matches, by level (its configuration table).
    struct Level: Sendable {
        let good: Int
        let lazy: Int
        let nice: Int
        let chain: Int

        static let six = Level(good: 8, lazy: 16, nice: 128, chain: 128)
        static let nine = Level(good: 32, lazy: 258, nice: 258, chain: 4096)
    }

    /// A literal, or a match.
    enum Symbol {
        case literal(UInt8)
        case match(length: Int, distance: Int)
    }

    /// The longest body that surely comes out as a single block.
    static let limit = 12_000

    /// The compressed bytes without any frame; nil if the body is empty or too long.
    static func compressed(_ body: [UInt8], _ level: Level) -> [UInt8]? {
        guard !body.isEmpty, body.count <= limit else { return nil }
        var finder = MatchFinder(body, level)
        return DeflateBlock(finder.symbols(), body).bytes
    }
}

/// Finds matches as zlib's `deflate_slow` and `longest_match` do.
private struct MatchFinder {
    private let window: [UInt8]
    private let count: Int
    private let level: DeflatedBody.Level
    /// The last place of each three bytes; 0 stands for none, so that nothing is ever found at the first place.
    private var head = [Int](repeating: 0, count: 1 << 15)
    private var previous: [Int]
    private var start = 0
    private var matchStart = 0

    init(_ body: [UInt8], _ level: DeflatedBody.Level) {
        // zlib compares beyond the end, where its window holds zeros.
        window = body + [UInt8](repeating: 0, count: 600)
        count = body.count
        self.level = level
        previous = [Int](repeating: 0, count: body.count + 600)
    }

    private mutating func insert(_ place: Int) -> Int {
        let hash = (Int(window[place]) << 10 ^ Int(window[place + 1]) << 5 ^ Int(window[place + 2])) & 0x7FFF
        let last = head[hash]
        previous[place] = last
        head[hash] = place
        return last
    }

    private mutating func longest(from candidate: Int, best: Int, lookahead: Int) -> Int {
        var (place, best) = (candidate, best)
        var chain = best >= level.good ? level.chain >> 2 : level.chain
        let nice = min(level.nice, lookahead)
        repeat {
            if window[place + best] == window[start + best], window[place + best - 1] == window[start + best - 1],
                window[place] == window[start], window[place + 1] == window[start + 1]
            {
                var length = 2
                while length < 258, window[place + length] == window[start + length] { length += 1 }
                if length > best {
                    matchStart = place
                    best = length
                    if length >= nice { break }
                }
            }
            place = previous[place]
            chain -= 1
        } while place > 0 && chain != 0
        return min(best, lookahead)
    }

    mutating func symbols() -> [DeflatedBody.Symbol] {
        var symbols: [DeflatedBody.Symbol] = []
        var (length, isPending) = (2, false)
        while start < count {
            let lookahead = count - start
            let candidate = lookahead >= 3 ? insert(start) : 0
            let (lastLength, lastStart) = (length, matchStart)
            length = 2
            if candidate != 0, lastLength < level.lazy {
                length = longest(from: candidate, best: lastLength, lookahead: lookahead)
                if length == 3, start - matchStart > 4096 { length = 2 }
            }
            if lastLength >= 3, length <= lastLength {
                symbols.append(.match(length: lastLength, distance: start - 1 - lastStart))
                let lastInsert = count - 3
                for _ in 0..<(lastLength - 2) {
                    start += 1
                    if start <= lastInsert { _ = insert(start) }
                }
                isPending = false
                length = 2
                start += 1
            } else {
                if isPending { symbols.append(.literal(window[start - 1])) }
                isPending = true
                start += 1
            }
        }
        if isPending { symbols.append(.literal(window[count - 1])) }
        return symbols
    }
}
