/// How far two names are apart in single edits: the measure behind every "did you mean".
package enum EditDistance {
    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost one each.
    ///
    /// - Parameter limit: The largest distance of interest. A result above it is reported as `nil`, which lets the
    ///   search stop early.
    package static func between(_ first: some StringProtocol, _ second: some StringProtocol, limit: Int) -> Int? {
        let a = Array(first.utf8)
        let b = Array(second.utf8)
        if abs(a.count - b.count) > limit { return nil }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [Int](repeating: 0, count: b.count + 1)
            row[0] = i + 1
            var smallest = row[0]
            for j in b.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row[j + 1] = best
                smallest = min(smallest, best)
            }
            if smallest > limit { return nil }
            beforeLast = last
            last = row
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
