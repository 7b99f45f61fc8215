import MockBedrock
import Recordings
import SigV4
import TestSupport
import Testing
import WireText

/// Several clients of one server, over real connections.
@Suite(.live) struct ClientsApartTests {
    private func call(_ client: String, _ change: (inout TestRequest) -> Void = { _ in }) -> TestRequest {
        TestRequest {
            $0.target = "/client/\(client)" + $0.target
            change(&$0)
        }
    }

    private func expect(
        _ status: Int, _ request: TestRequest, _ test: TestServer, location: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await test.send(request)
        #expect(answer.status == status, sourceLocation: location)
    }

    private func fault(_ text: String) throws -> FaultRule { try FaultRule(parsing: text) }

    @Test func `a signature covers the whole path, and the rest of it is the operation's`() async throws {
        try await TestServer.with { test in
            try await expect(200, call("a"), test)
            #expect(test.log.last?.client.text == "a")
            #expect(test.log.last?.operation == "Converse")
            #expect(test.log.last?.target == "/client/a/model/amazon.nova-micro-v1:0/converse")
            // Signed for one client, sent as another.
            let moved = try await test.send(call("a")) { lines in
                lines.map { $0.replacing("/client/a/", with: "/client/b/") }
            }
            #expect(moved.status == 403)
            #expect(test.server.clients.map(\.text) == ["a"])
        }
    }

    @Test func `the header names a client too, unsigned`() async throws {
        try await TestServer.with { test in
            let answer = try await test.send(TestRequest()) { $0.prefix(1) + ["X-Doctor-Client: b"] + $0.dropFirst() }
            #expect(answer.status == 200)
            #expect(test.log.last?.client.text == "b")
        }
    }

    @Test func `what is no name is refused once the signature is right`() async throws {
        try await TestServer.with { test in
            let answer = try await test.send(call("a%20b"))
            #expect((answer.status, answer.errorType) == (400, "DoctorClientException"))
            try await expect(403, call("a%20b") { $0.secretAccessKey += "x" }, test)
        }
    }

    @Test func `each has the faults of the start by its own count`() async throws {
        let rule = try fault("throttle:times=1")
        try await TestServer.with {
            $0.faults = [rule]
        } _: { test in
            for client in ["a", "b"] {
                try await expect(429, call(client), test)
                try await expect(200, call(client), test)
            }
            try await expect(429, TestRequest(), test)
            #expect(test.server.faults.map(\.struck) == [3])
        }
    }

    @Test func `a fault at run time strikes whom it is for, until it is taken away`() async throws {
        try await TestServer.with { test in
            let a = try #require(ClientName("a"))
            let id = try #require(test.server.add(try fault("unavailable:times=2"), for: a))
            #expect(test.server.faults.map(\.remaining) == [2])
            try await expect(503, call("a"), test)
            try await expect(200, call("b"), test)
            try await expect(200, TestRequest(), test)
            #expect(test.server.faults.map(\.remaining) == [1])
            #expect(test.server.removeFault(id))
            #expect(!test.server.removeFault(id))
            try await expect(200, call("a"), test)
            #expect(test.server.faults.isEmpty)
        }
    }

    @Test func `a fault for those without a name leaves the others alone`() async throws {
        try await TestServer.with { test in
            _ = test.server.add(try fault("throttle"), for: .unnamed)
            try await expect(429, TestRequest(), test)
            try await expect(200, call("a"), test)
            _ = test.server.add(try fault("internal-error"), for: nil)
            // The first that matches applies.
            try await expect(429, TestRequest(), test)
            try await expect(500, call("a"), test)
            try await expect(500, call("new"), test)
            test.server.removeFaults()
            try await expect(200, TestRequest(), test)
        }
    }

    @Test func `faults are bounded`() async throws {
        try await TestServer.with { test in
            let rule = try fault("throttle:nth=9")
            for _ in 0..<256 { #expect(test.server.add(rule, for: nil) != nil) }
            #expect(test.server.add(rule, for: nil) == nil)
        }
    }

    @Test func `names are bounded, and one that is forgotten makes room`() async throws {
        let rule = try fault("throttle:times=1")
        try await TestServer.with {
            $0.limits.clients = 2
            $0.faults = [rule]
        } _: { test in
            let a = try #require(ClientName("a"))
            for client in ["a", "b"] { try await expect(429, call(client), test) }
            let third = try await test.send(call("c"))
            #expect((third.status, third.errorType) == (400, "DoctorClientException"))
            #expect(test.server.forget(a))
            #expect(!test.server.forget(a))
            try await expect(429, call("c"), test)
            try await expect(429, TestRequest(), test)
        }
    }

    @Test func `each is answered from the beginning of the recordings`() async throws {
        func exchange(_ answer: String) throws -> String {
            #"{"request": {"method": "POST", "target": "/model/m/converse", "headers": [], "body": {"json": {"a": 1}}}, "#
                + #""response": {"status": 200, "headers": [], "body": {"text": "\#(answer)"}}}"#
        }
        let text =
            #"{"schema": "converse-recording/1", "name": "r", "source": {"kind": "authored", "tool": "t", "version": "1", "#
            + #""date": "2026-11-22"}, "notes": [], "exchanges": [\#(try exchange("one")), \#(try exchange("two"))]}"#
        let recording = try Recording(parsing: Array(text.utf8), file: "r.json")
        let (a, b) = (try #require(ClientName("a")), try #require(ClientName("b")))
        try await TestServer.with {
            $0.recordings = [recording]
        } _: { test in
            func ask(_ client: String) async throws -> String {
                let answer = try await test.send(
                    TestRequest {
                        $0.target = client + "/model/m/converse"
                        $0.body = #"{"a": 1}"#
                    })
                return String(decoding: answer.body, as: UTF8.self)
            }
            func expect(
                _ expected: String, _ client: String, location: SourceLocation = #_sourceLocation
            ) async throws {
                let found = try await ask(client)
                #expect(found == expected, sourceLocation: location)
            }
            try await expect("one", "/client/a")
            try await expect("one", "/client/b")
            #expect(test.server.summary().unusedRecordings == ["r#1"])
            try await expect("two", "/client/b")
            try await expect("two", "/client/a")
            try await expect("one", "")
            #expect(test.server.summary().unusedRecordings.isEmpty)
            #expect(test.server.forget(a))
            #expect(test.server.forget(b))
            // What a forgotten client asked for was asked for.
            #expect(test.server.summary().unusedRecordings.isEmpty)
            try await expect("one", "/client/a")
        }
    }

    @Test(arguments: [
        ("POST", "/guardrail/g/version/1/apply", "ApplyGuardrail"),
        ("POST", "/client/a/model/amazon.nova-micro-v1:0/invoke", "InvokeModel"),
        ("GET", "/async-invoke", "ListAsyncInvokes"),
        ("GET", "/guardrails", "/guardrails"),
        // Other services of Bedrock sign under the same name.
        ("POST", "/knowledgebases/ABCDEFGHIJ/retrieve", "/knowledgebases"),
        ("POST", "/client/a/retrieveAndGenerate", "/retrieveAndGenerate"),
    ])
    func `an operation that is not played is verified and told so`(
        _ method: String, _ target: String, _ name: String
    ) async throws {
        try await TestServer.with { test in
            let request = TestRequest {
                $0.method = method
                $0.target = target
                if method == "GET" { $0.body = "" }
            }
            let answer = try await test.send(request)
            #expect((answer.status, answer.errorType) == (404, "DoctorNoMatchException"))
            #expect(answer.message?.contains(name) == true)
            #expect(answer.message?.contains("plays Converse, ConverseStream, CountTokens") == true)
            var wrong = request
            wrong.secretAccessKey += "x"
            try await expect(403, wrong, test)
        }
    }
}
