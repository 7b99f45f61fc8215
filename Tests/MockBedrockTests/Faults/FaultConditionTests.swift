import MockBedrock
import TestSupport
import Testing

/// Which calls a fault strikes.
@Suite(.live, .timeLimit(.minutes(10))) struct FaultConditionTests {
    /// The statuses of calls in turn.
    private func statuses(_ faults: [String], _ calls: [String]) async throws -> [Int] {
        try await TestServer.with(faults: faults) { server in
            var statuses: [Int] = []
            for call in calls {
                let parts = call.split(separator: " ")
                let answer = try await server.send(TestRequest { $0.target = "/model/\(parts[1])/\(parts[0])" })
                statuses.append(answer.status)
            }
            return statuses
        }
    }

    private func nova(_ count: Int) -> [String] {
        Array(repeating: "converse amazon.nova-micro-v1%3A0", count: count)
    }

    @Test(
        "Number and times say which calls are struck",
        arguments: [
            (["throttle:times=2"], [429, 429, 200, 200]), (["throttle:nth=2"], [200, 429, 200, 200]),
            (["throttle:nth=2,times=2"], [200, 429, 429, 200]), (["throttle"], [429, 429, 429, 429]),
            // All calls count for each rule, and the first that strikes one is the one that is made.
            (["throttle:times=1", "unavailable:nth=2"], [429, 503, 200, 200]),
            (["throttle:times=1", "unavailable:times=2"], [429, 503, 503, 200]),
            (["unavailable:nth=3", "throttle"], [429, 429, 503, 429]),
        ])
    func counts(_ faults: [String], _ wanted: [Int]) async throws {
        #expect(try await statuses(faults, nova(4)) == wanted)
    }

    @Test(
        "Model and operation say which calls are struck",
        arguments: [
            ("throttle:model=amazon.nova-micro-v1:0", [429, 429, 200]), ("throttle:model=us.*", [200, 200, 429]),
            ("throttle:model=*nova*", [429, 429, 429]), ("throttle:model=amazon.nova-micro-v1", [200, 200, 200]),
            ("throttle:model=*:0", [429, 429, 429]), ("throttle:model=a*o*v*1:0", [429, 429, 200]),
            ("throttle:operation=converse", [429, 200, 429]),
            ("throttle:operation=converse-stream", [200, 429, 200]),
        ])
    func selection(_ fault: String, _ wanted: [Int]) async throws {
        let calls = [
            "converse amazon.nova-micro-v1%3A0", "converse-stream amazon.nova-micro-v1:0",
            "converse us.amazon.nova-micro-v1%3A0",
        ]
        #expect(try await statuses([fault], calls) == wanted)
    }

    @Test func `A chance gives the same calls for the same seed, and others for another`() async throws {
        let first = try await statuses(["throttle:probability=0.5,seed=7"], nova(40))
        let again = try await statuses(["throttle:probability=0.5,seed=7"], nova(40))
        let other = try await statuses(["throttle:probability=0.5,seed=8"], nova(40))
        #expect(first == again)
        #expect(first != other)
        #expect(Set(first) == [200, 429])
    }

    @Test func `Other operations and refused requests are not struck and not counted`() async throws {
        try await TestServer.with(faults: ["throttle:times=1"]) { server in
            let requests = [.get("/foundation-models"), TestRequest { $0.secretAccessKey = "wrong" }, TestRequest()]
            var statuses: [Int] = []
            for request in requests { statuses.append(try await server.send(request).status) }
            #expect(statuses == [200, 403, 429])
            let summary = server.server.summary()
            #expect(summary.faulted == 1)
            #expect(summary.description.contains("1 answer with a fault"))
        }
    }

    @Test func `Faults of the account come behind those of the server`() async throws {
        let account = Array(
            #"""
            {"schema": "bedrock-account/1", "regions": ["us-east-1"], "faults": ["model-timeout", "throttle:times=1"],
             "models": [{"id": "m", "name": "M", "provider": "P", "contextTokens": 9, "maxOutputTokens": 9,
                         "regions": {"us-east-1": {}}}]}
            """#.utf8)
        let faults = [try FaultRule(parsing: "unavailable:nth=2")]
        let statuses = try await TestServer.with({ configuration in
            configuration.account = try? SimulatedAccount(parsing: account, file: "a.json")
            configuration.faults = faults
        }) { server in
            var statuses: [Int] = []
            for _ in 0..<3 {
                statuses.append(try await server.send(TestRequest { $0.target = "/model/m/converse" }).status)
            }
            return statuses
        }
        #expect(statuses == [408, 503, 408])
    }

    @Test func `A wrong fault in an account file is an error with its place`() {
        let text = #"{"schema": "bedrock-account/1", "regions": ["r"], "models": [], "faults": ["reset", "rest"]}"#
        let error = #expect(throws: AccountError.self) {
            try SimulatedAccount(parsing: Array(text.utf8), file: "a.json")
        }
        #expect(
            error?.description.hasPrefix(
                "a.json:1:85: $.faults[1]: expected a fault, found the fault \"rest\": there is no fault of the kind "
                    + "\"rest\"; did you mean reset?") == true, "\(error?.description ?? "")")
    }
}
