import JSONText

/// Searches the recorded request that an unmatched one most resembles.
struct NearestRequest {
    let requests: [RecordedRequest]
    /// Of each whether it was answered.
    let isUsed: [Bool]

    /// How many candidates are compared in full; recordings of one model and operation are rarely more.
    private static let mostCandidates = 500

    func find(method: String, target: String, body: RecordedBody) -> RequestMatcher.Match {
        var best: (index: Int, differences: [JSONDifference], total: Int)?
        for index in candidates(for: target) {
            let request = requests[index]
            var differences = Self.headDifferences(expected: request, method: method, target: target)
            let diff = Self.bodyDiff(expected: request.body, found: body)
            let total = differences.count * 2 + diff.total
            // Of equally near ones an unused one is likelier to be the one that was meant.
            if let best,
                best.total < total || (best.total == total && (!isUsed[best.index] || isUsed[index]))
            {
                continue
            }
            differences += diff.differences
            best = (index, differences, total)
        }
        guard let best else { return .none }
        return .nearMiss(best.index, best.differences)
    }

    /// Those of the same target; else of the same operation; else all.
    private func candidates(for target: String) -> ArraySlice<Int> {
        let wanted = RequestKey.target(target)
        let sameTarget = requests.indices.filter { RequestKey.target(requests[$0].target) == wanted }
        if !sameTarget.isEmpty { return sameTarget.prefix(Self.mostCandidates) }
        if case .converse(let call) = wanted {
            let sameOperation = requests.indices.filter {
                ConverseTarget(target: requests[$0].target)?.operation == call.operation
            }
            if !sameOperation.isEmpty { return sameOperation.prefix(Self.mostCandidates) }
        }
        return Array(requests.indices).prefix(Self.mostCandidates)
    }

    private static func headDifferences(
        expected: RecordedRequest, method: String, target: String
    ) -> [JSONDifference] {
        var differences: [JSONDifference] = []
        if expected.method.uppercased() != method.uppercased() {
            differences.append(
                JSONDifference(path: "method", kind: .different, expected: expected.method, found: method))
        }
        if RequestKey.target(expected.target) != RequestKey.target(target) {
            differences.append(
                JSONDifference(path: "target", kind: .different, expected: expected.target, found: target))
        }
        return differences
    }

    private static func bodyDiff(expected: RecordedBody, found: RecordedBody) -> (
        differences: [JSONDifference], total: Int
    ) {
        switch (expected, found) {
        case (.none, .none): return ([], 0)
        case (.json(let left), .json(let right)):
            let diff = JSONDiff(expected: left, found: right)
            return (diff.differences, diff.total)
        default:
            guard expected.wireBytes != found.wireBytes else { return ([], 0) }
            let difference = JSONDifference(
                path: "body", kind: .different, expected: describe(expected), found: describe(found))
            return ([difference], 10)
        }
    }

    private static func describe(_ body: RecordedBody) -> String {
        switch body {
        case .none: "no body"
        case .json(let value): ShownValue.of(value)
        case .text(let text): ShownValue.of(.string(text))
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .stream(let chunks): "a stream of \(chunks.count) chunks"
        }
    }
}
