/// Finds the known name that a mistyped one most likely stands for.
package enum NearestName {
    /// The number of single edits between two names: insertions, deletions, substitutions, and swaps of neighbours.
    ///
    /// This is the optimal string alignment distance over Unicode scalars.
    package static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.unicodeScalars)
        let b = Array(right.unicodeScalars)
        if a.isEmpty { return b.count }
        if b.isEmpty { return a.count }
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var current = previous
        for i in 1...a.count {
            current[0] = i
            for j in 1...b.count {
                let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                current[j] = min(previous[j] + 1, current[j - 1] + 1, substitution)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    current[j] = min(current[j], beforePrevious[j - 2] + 1)
                }
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[b.count]
    }

    /// The nearest of `candidates`, or `nil` when none is near enough to be a slip of the fingers.
    ///
    /// Capitals and small letters count as the same.
    ///
    /// - Parameters:
    ///   - name: The name as typed. One longer than 128 scalars is never near anything, so hostile input costs nothing.
    ///   - candidates: The known names; the earlier of two equally near ones wins.
    ///   - limit: The greatest distance accepted; by default a third of the name's length, at least 1.
    package static func nearest(
        to name: String, among candidates: [String], limit: Int? = nil
    ) -> String? {
        guard name.unicodeScalars.prefix(129).count <= 128 else { return nil }
        let typed = name.lowercased()
        let length = typed.unicodeScalars.count
        guard length > 0 else { return nil }
        var bestDistance = (limit ?? max(1, length / 3)) + 1
        var best: String?
        for candidate in candidates {
            let known = candidate.lowercased()
            let gap = known.unicodeScalars.count - length
            guard gap.magnitude < bestDistance else { continue }
            let distance = distance(typed, known)
            if distance < bestDistance {
                bestDistance = distance
                best = candidate
            }
        }
        return best
    }
}
