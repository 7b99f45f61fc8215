public import JSONText

/// Compares two JSON documents path by path: numbers by value, members in any order, elements aligned.
public struct JSONDiff: Sendable, Hashable {
    /// The differences in the order of the expected document, at most as many as asked for.
    public private(set) var differences: [JSONDifference] = []
    /// How many there are altogether.
    public private(set) var total = 0

    private let limit: Int

    /// The differences of two documents.
    ///
    /// - Parameters:
    ///   - expected: the document to compare with.
    ///   - found: the document to compare.
    ///   - limit: how many differences to describe; all are counted.
    public init(expected: JSONValue, found: JSONValue, limit: Int = 20) {
        self.limit = limit
        compare(expected, found, at: .root)
    }

    /// The differences of two documents, at most `limit` of them; none if the documents mean the same.
    public static func differences(
        expected: JSONValue, found: JSONValue, limit: Int = 20
    ) -> [JSONDifference] {
        JSONDiff(expected: expected, found: found, limit: limit).differences
    }

    private mutating func compare(_ expected: JSONValue, _ found: JSONValue, at path: JSONPath) {
        switch (expected, found) {
        case (.object(let left), .object(let right)): compare(left, right, at: path)
        case (.array(let left), .array(let right)): compare(left, right, at: path)
        default:
            guard !expected.isEquivalent(to: found) else { return }
            let shown = ShownValue.pair(expected, found)
            add(path, .different, expected: shown.expected, found: shown.found)
        }
    }

    private mutating func compare(_ expected: JSONObject, _ found: JSONObject, at path: JSONPath) {
        for member in expected {
            let inner = path.appending(member.name)
            if let value = found[member.name] {
                compare(member.value, value, at: inner)
            } else {
                add(inner, .missing, expected: ShownValue.of(member.value))
            }
        }
        for member in found where expected[member.name] == nil {
            add(path.appending(member.name), .unexpected, found: ShownValue.of(member.value))
        }
    }

    private mutating func compare(_ expected: [JSONValue], _ found: [JSONValue], at path: JSONPath) {
        for step in ArrayAlignment.steps(expected, found) {
            switch step {
            case .pair(let left, let right): compare(expected[left], found[right], at: path.appending(right))
            case .missing(let left): add(path.appending(left), .missing, expected: ShownValue.of(expected[left]))
            case .unexpected(let right): add(path.appending(right), .unexpected, found: ShownValue.of(found[right]))
            }
        }
    }

    private mutating func add(
        _ path: JSONPath, _ kind: JSONDifference.Kind, expected: @autoclosure () -> String? = nil,
        found: @autoclosure () -> String? = nil
    ) {
        total += 1
        guard differences.count < limit else { return }
        differences.append(
            JSONDifference(path: path.description, kind: kind, expected: expected(), found: found()))
    }
}
