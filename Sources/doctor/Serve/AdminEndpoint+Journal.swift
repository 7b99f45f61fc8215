import Codes
import JSONText
import MockBedrock

/// What the admin endpoint tells of requests.
extension AdminEndpoint {
    /// A part of the journal; with `wait` it comes when there is something new.
    func entries(_ request: AdminRequest) async throws(AdminFault) -> AdminAnswer {
        let parameters = AdminParameters(request)
        try parameters.require(only: ["after", "client", "limit", "wait"])
        let page = await journal.page(
            after: try parameters.number("after", or: 0, in: 0...Int.max), client: try parameters.client(),
            limit: try parameters.number("limit", or: 100, in: 1...1000),
            wait: .seconds(try parameters.number("wait", or: 0, in: 0...20)))
        return .json(
            .object([
                "entries": .array(page.entries.map { .object($0.json) }), "next": .number(JSONNumber(page.next)),
                "dropped": .number(JSONNumber(page.dropped)),
            ]))
    }

    func detail(_ number: String) throws(AdminFault) -> AdminAnswer {
        guard let sequence = Int(number), let entry = journal[sequence] else {
            throw .notFound("expected the number of an entry that is kept")
        }
        return .json(.object(JournalDetail(entry: entry, completed: run.completed, empty: run.emptyReport).json))
    }

    func clear(_ request: AdminRequest) throws(AdminFault) -> AdminAnswer {
        let parameters = AdminParameters(request)
        try parameters.require(only: ["client"])
        journal.clear(try parameters.client())
        return AdminAnswer(status: 204)
    }

    private static func members(_ outcomes: [MockLogEntry.Verdict: Int]) -> JSONObject {
        var members = JSONObject()
        for (outcome, count) in outcomes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            members[outcome.rawValue] = .number(JSONNumber(count))
        }
        return members
    }

    func verdict(_ request: AdminRequest) throws(AdminFault) -> JSONValue {
        let parameters = AdminParameters(request)
        try parameters.require(only: ["client"])
        let client = try parameters.client()
        let counts = journal.counts(client)
        return .object([
            // A name that was mistyped would be as green as one that all is well with.
            "known": .bool(client.map { journal.clients.contains($0) } ?? true),
            "requests": .number(JSONNumber(counts.requests)), "accepted": .number(JSONNumber(counts.accepted)),
            "refused": .number(JSONNumber(counts.refused)), "unplayed": .number(JSONNumber(counts.unplayed)),
            "faulted": .number(JSONNumber(counts.faults)),
            "probes": .number(JSONNumber(counts.probes)),
            "outcomes": .object(Self.members(counts.outcomes)),
            "refusals": .array(
                counts.refusals.map { entry in
                    .object([
                        "sequence": .number(JSONNumber(entry.sequence)),
                        "status": .number(JSONNumber(entry.log.status)),
                        "code": .text(entry.code?.spelling), "title": .text(entry.title),
                    ])
                }),
        ])
    }
}
