import JSONText
import Recordings

/// The recorded request that comes nearest to one that matched none, and how the two differ.
struct NearMiss: Sendable {
    /// The recording's name and the index of the exchange in it.
    let label: String
    private let found: [JSONDifference]

    init(label: String, differences: [JSONDifference]) {
        self.label = label
        found = differences
    }

    /// Whether the recordings have answers for this call, that is for its method and path, but not for this body.
    var isOfSameCall: Bool { !found.contains { $0.path == "method" || $0.path == "target" } }

    /// The text of the answer: the nearest request and the first differences.
    var message: String {
        if found.isEmpty {
            return "The recorded request \(label) is the same, but it was answered as often as it was recorded."
        }
        let shown = found.prefix(10).map { "\($0)" }.joined(separator: "; ")
        let more = found.count > 10 ? "; and \(found.count - 10) more" : ""
        return "No recorded request matches. The nearest is \(label); it differs: \(shown)\(more)"
    }

    /// The differences for a program: path, what was recorded and what was sent.
    var differences: [JSONValue] {
        found.map { difference in
            .object([
                "path": .string(difference.path),
                "kind": .string("\(difference.kind)"),
                "expected": difference.expected.map { .string($0) } ?? .null,
                "found": difference.found.map { .string($0) } ?? .null,
            ])
        }
    }
}
