import JSONText

/// Which elements of two arrays belong together, so that one inserted element is one difference and not a landslide.
enum ArrayAlignment {
    enum Step: Hashable {
        case pair(Int, Int)
        case missing(Int)
        case unexpected(Int)
    }

    /// Beyond this many elements on either side, what is left between equal ends is paired in order: the exact way takes
    /// the product of both lengths.
    private static let longestExact = 64

    static func steps(_ expected: [JSONValue], _ found: [JSONValue]) -> [Step] {
        let shorter = min(expected.count, found.count)
        var head = 0
        while head < shorter, expected[head].isEquivalent(to: found[head]) { head += 1 }
        var tail = 0
        while tail < shorter - head,
            expected[expected.count - 1 - tail].isEquivalent(to: found[found.count - 1 - tail])
        { tail += 1 }
        let left = head..<(expected.count - tail)
        let right = head..<(found.count - tail)
        if left.count == right.count || max(left.count, right.count) > longestExact {
            return inOrder(left, right)
        }
        return exact(expected, left, found, right)
    }

    private static func inOrder(_ left: Range<Int>, _ right: Range<Int>) -> [Step] {
        let pairs = zip(left, right).map { Step.pair($0, $1) }
        return pairs + left.dropFirst(pairs.count).map(Step.missing) + right.dropFirst(pairs.count).map(Step.unexpected)
    }

    /// The cheapest way to turn one into the other.
    private static func exact(
        _ expected: [JSONValue], _ left: Range<Int>, _ found: [JSONValue], _ right: Range<Int>
    ) -> [Step] {
        // costs[i][j]: the cheapest way for the elements from i and j on.
        var costs = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        var changes = costs
        for i in stride(from: left.count, through: 0, by: -1) {
            for j in stride(from: right.count, through: 0, by: -1) where i < left.count || j < right.count {
                let drop = i < left.count ? costs[i + 1][j] + 1 : Int.max
                let add = j < right.count ? costs[i][j + 1] + 1 : Int.max
                guard i < left.count, j < right.count else {
                    costs[i][j] = min(drop, add)
                    continue
                }
                changes[i][j] = changeCost(expected[left.lowerBound + i], found[right.lowerBound + j])
                costs[i][j] = min(costs[i + 1][j + 1] + changes[i][j], drop, add)
            }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if i < left.count, j < right.count, costs[i][j] == costs[i + 1][j + 1] + changes[i][j] {
                steps.append(.pair(left.lowerBound + i, right.lowerBound + j))
                i += 1
                j += 1
            } else if i < left.count, costs[i][j] == costs[i + 1][j] + 1 {
                steps.append(.missing(left.lowerBound + i))
                i += 1
            } else {
                steps.append(.unexpected(right.lowerBound + j))
                j += 1
            }
        }
        return steps
    }

    /// What it costs to call two elements the same one, changed; dropping one and adding the other costs 2.
    private static func changeCost(_ left: JSONValue, _ right: JSONValue) -> Int {
        if left.isEquivalent(to: right) { return 0 }
        switch (left, right) {
        case (.object(let a), .object(let b)): return a.contains { b[$0.name] != nil } ? 1 : 3
        case (.array, .array), (.string, .string), (.number, .number), (.bool, .bool): return 1
        default: return 3
        }
    }
}
