/// Where the path and the query of a request target lie.
struct TargetRanges {
    let path: Range<Int>
    /// The query without its question mark; empty if there is none.
    let query: Range<Int>

    init(_ target: Span<UInt8>) {
        if let mark = target.firstIndex(of: UInt8(ascii: "?")) {
            path = 0..<mark
            query = (mark + 1)..<target.count
        } else {
            path = 0..<target.count
            query = target.count..<target.count
        }
    }
}

/// Where the name and the value of one query parameter lie; the value is empty if there is no `=`.
struct QueryPair {
    let name: Range<Int>
    let value: Range<Int>

    /// The whole pair, `=` included.
    var whole: Range<Int> { name.lowerBound..<value.upperBound }

    /// The pairs of a query, empty ones left out.
    static func all(in target: [UInt8], _ query: Range<Int>) -> [QueryPair] {
        var pairs: [QueryPair] = []
        var start = query.lowerBound
        while start < query.upperBound {
            var end = start
            var equals: Int?
            while end < query.upperBound, target[end] != UInt8(ascii: "&") {
                if equals == nil, target[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if end > start {
                let nameEnd = equals ?? end
                pairs.append(QueryPair(name: start..<nameEnd, value: min(nameEnd + 1, end)..<end))
            }
            start = end + 1
        }
        return pairs
    }
}
