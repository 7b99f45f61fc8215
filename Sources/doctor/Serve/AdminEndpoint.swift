import JSONText
import MockBedrock
import Report
import WireText

/// What the admin endpoint of `doctor serve` answers: the places behind its address, and what can be done at each.
struct AdminEndpoint: Sendable {
    /// The server that is watched and steered.
    let server: MockServer
    let journal: Journal
    let explanation: PastedExplanation
    /// The run of `doctor serve`, for the findings.
    let run: CommandRun
    /// The live page with its policy; nil where it is not asked for.
    let page: (html: String, policy: String)?

    /// One thing that can be asked for, and by which methods.
    private struct Place {
        let name: String
        let methods: [String]
        let summary: String
    }

    private static let places = [
        Place(name: "status", methods: ["GET"], summary: "the server, its clients, counts and faults"),
        Place(
            name: "journal", methods: ["GET", "DELETE"],
            summary:
                "the requests: ?after=N&client=NAME&limit=N&wait=SECONDS; journal/N is one of them with all its parts"),
        Place(name: "verdict", methods: ["GET"], summary: "counts and refusals, of one client with ?client=NAME"),
        Place(
            name: "faults", methods: ["GET", "POST", "DELETE"],
            summary:
                #"POST {"rule": "throttle:times=1", "client": null} makes one, DELETE faults/N ends it, DELETE faults all"#
        ),
        Place(name: "clients", methods: ["GET", "DELETE"], summary: "DELETE clients/NAME forgets a client"),
        Place(name: "explain", methods: ["POST"], summary: #"{"text": "..."} is explained as by doctor explain"#),
    ]

    func answer(_ request: AdminRequest) async -> AdminAnswer {
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        do throws(AdminFault) {
            var answer = try await answer(request, parts)
            // Whatever came in, from wherever: the secrets of this process do not go out.
            answer.body = StandardStreams.secrets.masked(answer.body)
            return answer
        } catch {
            return error.answer
        }
    }

    private func answer(_ request: AdminRequest, _ parts: [String]) async throws(AdminFault) -> AdminAnswer {
        switch (request.method, parts.first ?? "", parts.dropFirst().first, parts.count) {
        case ("GET", "", nil, _): root
        case ("GET", "status", nil, _): .json(status)
        case ("GET", "journal", nil, _): try await entries(request)
        case ("GET", "journal", let number?, 2): try detail(number)
        case ("DELETE", "journal", nil, _): try clear(request)
        case ("GET", "verdict", nil, _): .json(try verdict(request))
        case ("GET", "faults", nil, _): .json(.object(["faults": .array(server.faults.map(\.json))]))
        case ("POST", "faults", nil, _): try order(request)
        case ("DELETE", "faults", nil, _): endFaults()
        case ("DELETE", "faults", let number?, 2): try endFault(number)
        case ("GET", "clients", nil, _): .json(.object(["clients": clients]))
        case ("DELETE", "clients", let name?, 2): try forget(name)
        case ("POST", "explain", nil, _): await explanation.answer(request.body)
        default: throw unknown(request.method, parts)
        }
    }

    // MARK: The whole

    private var root: AdminAnswer {
        guard let page else { return .json(index) }
        return AdminAnswer(
            status: 200,
            headers: [
                HeaderField("Content-Type", "text/html; charset=utf-8"),
                HeaderField("Content-Security-Policy", page.policy),
            ], body: Array(page.html.utf8))
    }

    private var index: JSONValue {
        .object([
            "endpoint": .string(server.endpoint),
            "places": .array(
                Self.places.map { place in
                    .object([
                        "path": .string(place.name), "methods": .array(place.methods.map { .string($0) }),
                        "summary": .string(place.summary),
                    ])
                }),
        ])
    }

    private var clients: JSONValue {
        let seen = journal.clients
        return .array((seen + server.clients.filter { !seen.contains($0) }).map { .string($0.text) })
    }

    private var status: JSONValue {
        let counts = journal.counts(nil)
        return .object([
            "version": .string(ToolVersion.current), "endpoint": .string(server.endpoint), "clients": clients,
            "requests": .number(JSONNumber(counts.requests)), "accepted": .number(JSONNumber(counts.accepted)),
            "refused": .number(JSONNumber(counts.refused)), "unplayed": .number(JSONNumber(counts.unplayed)),
            "faulted": .number(JSONNumber(counts.faults)),
            "probes": .number(JSONNumber(counts.probes)), "next": .number(JSONNumber(journal.last)),
            "faults": .array(server.faults.map(\.json)),
            "kinds": .array(
                FaultRule.kinds.map { kind in
                    .object([
                        "name": .string(kind.name), "example": .string(kind.example), "summary": .string(kind.summary),
                    ])
                }),
        ])
    }

    private func unknown(_ method: String, _ parts: [String]) -> AdminFault {
        guard let place = Self.places.first(where: { $0.name == parts.first }) else {
            return .notFound("expected one of " + Self.places.map(\.name).joined(separator: ", "))
        }
        guard place.methods.contains(method) else { return .method(place.methods) }
        return .notFound("expected " + place.name + ": " + place.summary)
    }
}
