package import JSONText

/// Where a failure took place, as far as what was read shows it: who answered, for which service, through which client.
///
/// It is not a cause. What nothing shows is absent; no default stands in for it.
package struct Scene: Sendable, Hashable {
    /// One thing that is known, and the words that show it.
    package struct Fact: Sendable, Hashable {
        package var value: String

        /// The words of the input, fit to be shown.
        package var evidence: String

        /// The line of the input where they stand.
        package var line: Int?

        package init(_ value: String, evidence: String, line: Int? = nil) {
            self.value = value
            self.evidence = evidence
            self.line = line
        }
    }

    /// Who gave the answer, or raised the error where none came.
    package var answeredBy: Fact?

    /// The service that was called, by its endpoint's name: `bedrock-runtime`, `sts`.
    package var service: Fact?
    package var region: Fact?

    /// Another region that stands beside that of the call: the one that the client is set to or signs for, or that of the ARN.
    package var otherRegion: Fact?
    package var operation: Fact?

    /// The model id, profile id or ARN that was asked for, as it was written.
    package var model: Fact?

    /// The program or library through which the call was made.
    package var client: Fact?

    /// The AWS SDK or HTTP library below it.
    package var sdk: Fact?

    /// Where the program ran.
    package var runtime: Fact?

    /// What stands in ``answeredBy`` where no answer came, or none was asked for.
    package static let ownClient = "the client itself"

    package init() {}

    /// Every part with its name in a report, in their order.
    package static var parts: [(name: String, path: any WritableKeyPath<Scene, Fact?> & Sendable)] {
        [
            ("answeredBy", \.answeredBy), ("service", \.service), ("region", \.region), ("otherRegion", \.otherRegion),
            ("operation", \.operation), ("model", \.model), ("client", \.client), ("sdk", \.sdk),
            ("runtime", \.runtime),
        ]
    }

    package var isEmpty: Bool { Self.parts.allSatisfy { self[keyPath: $0.path] == nil } }

    /// What this scene and another, of other inputs, have in common.
    package func common(with other: Scene) -> Scene {
        var shared = Scene()
        for part in Self.parts where self[keyPath: part.path]?.value == other[keyPath: part.path]?.value {
            shared[keyPath: part.path] = self[keyPath: part.path]
        }
        return shared
    }

    /// The scene as a report's `scene`; what is not known is `null`.
    package func json() -> JSONValue {
        var members: JSONObject = [:]
        for part in Self.parts { members[part.name] = self[keyPath: part.path]?.json() ?? .null }
        return .object(members)
    }
}

extension Scene.Fact {
    fileprivate func json() -> JSONValue {
        .object([
            "value": .string(value), "evidence": .string(evidence),
            "line": line.map { .number(JSONNumber($0)) } ?? .null,
        ])
    }
}
