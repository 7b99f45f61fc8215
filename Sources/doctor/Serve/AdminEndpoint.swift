import JSONText
import MockBedrock
import WireText

/// What the admin endpoint of `doctor serve` answers.
struct AdminEndpoint: Sendable {
    /// The mock server's address.
    let endpoint: String
    /// The live page; nil where it is not asked for.
    let page: String?

    /// One thing that can be asked for, and by which methods.
    private struct Place {
        let name: String
        let methods: [String]
        let summary: String
    }

    private static let places = [
        Place(name: "status", methods: ["GET"], summary: "the server, its clients, counts and faults")
    ]

    func answer(_ request: AdminRequest) async -> AdminAnswer {
        switch (request.method, request.path) {
        case ("GET", ""): root
        case ("GET", "status"): status
        default: unknown(request)
        }
    }

    private var root: AdminAnswer {
        guard let page else { return .json(index) }
        return AdminAnswer(
            status: 200,
            headers: [
                HeaderField("Content-Type", "text/html; charset=utf-8"),
                HeaderField("Content-Security-Policy", LivePage.policy),
            ], body: Array(page.utf8))
    }

    private var index: JSONValue {
        .object([
            "endpoint": .string(endpoint),
            "places": .array(
                Self.places.map { place in
                    .object([
                        "path": .string(place.name), "methods": .array(place.methods.map { .string($0) }),
                        "summary": .string(place.summary),
                    ])
                }),
        ])
    }

    private var status: AdminAnswer { .json(.object(["endpoint": .string(endpoint)])) }

    private func unknown(_ request: AdminRequest) -> AdminAnswer {
        let head = request.path.prefix { $0 != "/" }
        guard let place = Self.places.first(where: { $0.name == head }) else {
            return .error(404, "expected one of " + Self.places.map(\.name).joined(separator: ", "))
        }
        let methods = place.methods.joined(separator: ", ")
        var answer = AdminAnswer.error(405, "expected \(methods)")
        answer.headers.append(HeaderField("Allow", methods))
        return answer
    }
}
