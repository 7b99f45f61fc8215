import JSONText
import MockBedrock

/// What the admin endpoint changes of the server.
extension AdminEndpoint {
    /// Makes a fault, from the next call on.
    func order(_ request: AdminRequest) throws(AdminFault) -> AdminAnswer {
        let expected = #"expected {"rule": "throttle:times=1", "client": "NAME" or null}"#
        guard let body = try? JSONValue(parsing: request.body).objectValue else { throw .bad(expected) }
        try AdminParameters.require(body.map(\.name), among: ["rule", "client"], "member", expected)
        guard let text = body["rule"]?.stringValue else { throw .bad(expected) }
        var client: ClientName?
        switch body["client"] {
        case nil, .null: client = nil
        case let value?:
            guard let name = value.stringValue else { throw .bad(expected) }
            client = try AdminParameters.client(name)
        }
        let rule: FaultRule
        do throws(FaultRuleError) {
            rule = try FaultRule(parsing: text)
        } catch {
            throw .bad(error.message)
        }
        guard let id = server.add(rule, for: client) else {
            throw .full("expected no more faults than there are: end one first")
        }
        return .json(.object(["id": .number(JSONNumber(id))]), status: 201)
    }

    func endFaults() -> AdminAnswer {
        server.removeFaults()
        return AdminAnswer(status: 204)
    }

    func endFault(_ number: String) throws(AdminFault) -> AdminAnswer {
        guard let id = Int(number), server.removeFault(id) else {
            throw .notFound("expected the number of a fault that stands")
        }
        return AdminAnswer(status: 204)
    }

    /// Lets a client begin anew: what the journal has of it goes too.
    func forget(_ name: String) throws(AdminFault) -> AdminAnswer {
        guard let client = ClientName(name) else { throw .bad(ClientName.expected) }
        let isKnown = server.forget(client) || journal.clients.contains(client)
        guard isKnown else { throw .notFound("expected the name of a client that came") }
        journal.clear(client)
        return AdminAnswer(status: 204)
    }
}

extension StandingFault {
    var json: JSONValue {
        .object([
            "id": .number(JSONNumber(id)), "rule": .string(rule.text), "client": .text(client?.text),
            "remaining": remaining.map { .number(JSONNumber($0)) } ?? .null, "struck": .number(JSONNumber(struck)),
            "told": .string(rule.summary),
        ])
    }
}
