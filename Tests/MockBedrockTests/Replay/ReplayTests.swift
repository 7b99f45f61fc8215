import JSONText
import MockBedrock
import Recordings
import SigV4
import TestSupport
import Testing
import WireText

/// Recorded responses are served as recorded; what matches nothing is told what came nearest.
@Suite(.live, .timeLimit(.minutes(10)))
struct ReplayTests {
    private func exchange(
        text: String, answer: RecordedBody, status: Int = 200, headers: [HeaderField] = [],
        target: String = "/model/amazon.nova-micro-v1%3A0/converse"
    ) -> Exchange {
        Exchange(
            request: RecordedRequest(method: "POST", target: target, body: .json(Self.body(text))),
            response: RecordedResponse(status: status, headers: headers, body: answer))
    }

    private static func body(_ text: String) -> JSONValue {
        ["messages": [["role": "user", "content": [["text": .string(text)]]]], "inferenceConfig": ["maxTokens": 5]]
    }

    private func recording(_ exchanges: [Exchange], name: String = "talk") -> Recording {
        Recording(
            name: name, source: RecordingSource(kind: .authored, tool: "test", version: "1"), exchanges: exchanges)
    }

    private func request(_ text: String, target: String = "/model/amazon.nova-micro-v1:0/converse") -> TestRequest {
        TestRequest {
            $0.target = target
            $0.body = Self.body(text).text()
        }
    }

    @Test func `a recorded response keeps status, headers and body, and gets its own framing and date`() async throws {
        let exchange = exchange(
            text: "a", answer: .json(["z": 1.50, "a": [1, 2]]), status: 429,
            headers: [
                HeaderField("X-Recorded", "yes"), HeaderField("Content-Type", "application/json"),
                HeaderField("content-length", "9999"), HeaderField("Transfer-Encoding", "chunked"),
                HeaderField("Connection", "close"), HeaderField("Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
                HeaderField("x-amzn-RequestId", "recorded-id"),
                HeaderField("x-amzn-ErrorType", "ThrottlingException:http://x/"),
            ])
        try await TestServer.with {
            $0.recordings = [recording([exchange])]
        } _: { (test) async throws in
            let answer = try await test.send(request("a"))
            #expect(answer.status == 429)
            #expect(String(decoding: answer.body, as: UTF8.self) == #"{"z":1.5,"a":[1,2]}"#)
            #expect(answer["X-Recorded"] == "yes")
            #expect(answer["x-amzn-RequestId"] == "recorded-id")
            #expect(answer.errorType == "ThrottlingException")
            #expect(answer["Content-Length"] == String(answer.body.count))
            #expect(answer["Connection"] == "keep-alive")
            #expect(answer["Date"] == "Sun, 22 Nov 2026 10:00:00 GMT")
            #expect(answer["Transfer-Encoding"] == nil)
            #expect(answer.headers.filter { $0.name.lowercased() == "date" }.count == 1)
            #expect(test.log.last?.verdict == .replayed)
            #expect(test.log.last?.recording == "talk#0")
        }
    }

    @Test func `identical requests are answered in recorded order, whatever the wire form`() async throws {
        let exchanges = ["one", "two"].map { exchange(text: "same", answer: .json(["answer": .string($0)])) }
        try await TestServer.with {
            $0.recordings = [recording([exchanges[0]], name: "first"), recording([exchanges[1]], name: "second")]
        } _: { (test) async throws in
            let first = try await test.send(request("same"))
            let second = try await test.send(request("same", target: "/model/amazon.nova-micro-v1%3A0/converse"))
            let third = try await test.send(request("same"))
            #expect(first.json?["answer"] == "one")
            #expect(second.json?["answer"] == "two")
            // Both are used up: the simulated account goes on.
            #expect(third.json?["stopReason"] == "max_tokens")
            #expect(test.log.all.map(\.recording) == ["first#0", "second#0", nil])
            #expect(test.server.summary().replayed == 2)
            #expect(test.server.summary().simulated == 1)
        }
    }

    @Test func `bodies are matched as JSON, with secrets taken out`() async throws {
        let exchange = exchange(text: "token=<redacted>", answer: .json(["ok": true]))
        try await TestServer.with {
            $0.recordings = [recording([exchange])]
        } _: { (test) async throws in
            let answer = try await test.send(
                TestRequest {
                    $0.body = """
                        { "inferenceConfig": {"maxTokens": 5.0},
                          "messages": [{"content": [{"text": "token=<redacted>"}], "role": "user"}] }
                        """
                })
            #expect(answer.json?["ok"] == true)
        }
    }

    @Test func `a stream is served in the pieces in which it came`() async throws {
        let chunks = [[UInt8](0...200), [], [1, 2, 3]].enumerated().map {
            StreamChunk(milliseconds: Double($0.offset), bytes: $0.element)
        }
        let exchange = exchange(
            text: "s", answer: .stream(chunks),
            headers: [HeaderField("Content-Type", "application/vnd.amazon.eventstream")],
            target: "/model/amazon.nova-micro-v1:0/converse-stream")
        try await TestServer.with {
            $0.recordings = [recording([exchange])]
        } _: { (test) async throws in
            let answer = try await test.send(request("s", target: "/model/amazon.nova-micro-v1:0/converse-stream"))
            #expect(answer["Transfer-Encoding"] == "chunked")
            #expect(answer["Content-Length"] == nil)
            #expect(answer["Content-Type"] == "application/vnd.amazon.eventstream")
            #expect(answer.body == [UInt8](0...200) + [1, 2, 3])
        }
    }

    @Test func `an HTTP 1.0 client gets a stream without chunks`() async throws {
        let exchange = exchange(
            text: "s", answer: .stream([StreamChunk(milliseconds: 0, bytes: [1, 2, 3])]),
            target: "/model/amazon.nova-micro-v1:0/converse-stream")
        try await TestServer.with {
            $0.recordings = [recording([exchange])]
        } _: { (test) async throws in
            let answer = try await test.send(
                request("s", target: "/model/amazon.nova-micro-v1:0/converse-stream"),
                alter: { lines in lines.map { $0.hasSuffix(" HTTP/1.1") ? $0.dropLast(3) + "1.0" : $0 } })
            #expect(answer["Content-Length"] == "3")
            #expect(answer.body == [1, 2, 3])
        }
    }

    @Test func `in strict mode a near miss is told what differs`() async throws {
        try await TestServer.with {
            $0.recordings = [
                recording([exchange(text: "ping", answer: .json([:])), exchange(text: "far", answer: .none)])
            ]
            $0.strict = .on
        } _: { (test) async throws in
            let answer = try await test.send(request("pong"))
            #expect(answer.status == 404)
            #expect(answer["x-amzn-ErrorType"] == "DoctorNoMatchException:mock")
            #expect(answer.message?.contains("talk#0") == true)
            #expect(
                answer.json?["differences"]?[0]
                    == [
                        "path": "$.messages[0].content[0].text", "kind": "different", "expected": "\"ping\"",
                        "found": "\"pong\"",
                    ])
            #expect(test.log.last?.verdict == .unmatched)
            let summary = test.server.summary()
            #expect(summary.unmatched == 1)
            #expect(summary.unusedRecordings == ["talk#0", "talk#1"])
            #expect(summary.failed)
        }
    }

    @Test func `in strict mode a repeated request is told that it was used up`() async throws {
        try await TestServer.with {
            $0.recordings = [recording([exchange(text: "ping", answer: .json([:]))])]
            $0.strict = .on
        } _: { (test) async throws in
            #expect(try await test.send(request("ping")).status == 200)
            #expect(!test.server.summary().failed)
            let again = try await test.send(request("ping"))
            #expect(again.message?.contains("answered as often as it was recorded") == true)
            #expect(test.server.summary().failed)
        }
    }

    @Test func `in strict mode the account answers what the recordings do not speak of`() async throws {
        try await TestServer.with {
            $0.recordings = [recording([exchange(text: "ping", answer: .json([:]))])]
            $0.strict = .on
        } _: { (test) async throws in
            let other = "/model/us.anthropic.claude-sonnet-4-6/converse"
            _ = try await test.send(request("ping"))
            _ = try await test.send(request("ping", target: other))
            #expect(test.log.last?.verdict == .simulated)
            #expect(test.server.summary().unmatched == 0)
            #expect(!test.server.summary().failed)
        }
    }

    @Test func `in strict mode a refused request fails the run`() async throws {
        try await TestServer.with {
            $0.strict = .on
        } _: { (test) async throws in
            #expect(try await test.send(request("ping")).status == 200)
            #expect(!test.server.summary().failed)
            var wrong = request("ping")
            wrong.secretAccessKey = "another"
            #expect(try await test.send(wrong).status == 403)
            #expect(test.server.summary().failed)
        }
    }

    @Test func `in strict mode an operation that nothing plays fails the run, a refusal by the account does not`()
        async throws
    {
        try await TestServer.with {
            $0.strict = .on
        } _: { (test) async throws in
            let unknown = try await test.send(request("ping", target: "/model/amazon.no-such-model-v1:0/converse"))
            #expect(unknown.errorType == "ValidationException")
            #expect(test.log.last?.detail?.contains("the account has amazon.nova-micro-v1:0") == true)
            #expect(!test.server.summary().failed)
            #expect(try await test.send(request("ping", target: "/model/amazon.nova-micro-v1:0/invoke")).status == 404)
            #expect(test.server.summary().failed)
        }
    }

    @Test func `what the account refuses is logged with the nearest recording too`() async throws {
        try await TestServer.with {
            $0.recordings = [
                recording([exchange(text: "ping", answer: .json([:]), target: "/model/amazon.gone-v1:0/converse")])
            ]
        } _: { (test) async throws in
            _ = try await test.send(request("pong", target: "/model/amazon.gone-v1:0/converse"))
            let detail = try #require(test.log.last?.detail)
            #expect(detail.contains("talk#0") && detail.contains("\"ping\"") && detail.contains("\"pong\""))
        }
    }

    @Test func `unused recordings fail a strict run only`() async throws {
        for (strict, failed) in [(MockStrictMode.on, true), (.off, false)] {
            try await TestServer.with {
                $0.recordings = [recording([exchange(text: "ping", answer: .none)])]
                $0.strict = strict
            } _: { (test) async throws in
                let summary = await test.server.shutdown()
                #expect(summary.unusedRecordings == ["talk#0"])
                #expect(summary.failed == failed)
            }
        }
    }

    @Test func `without an account what matches nothing is refused under a name of our own`() async throws {
        try await TestServer.with {
            $0.account = nil
        } _: { (test) async throws in
            let answer = try await test.send(TestRequest())
            #expect(answer.status == 404)
            #expect(answer.errorType == "DoctorNoMatchException")
        }
    }

    @Test func `a wrong signature is refused before recordings are looked at`() async throws {
        try await TestServer.with {
            $0.recordings = [recording([exchange(text: "ping", answer: .json([:]))])]
        } _: { (test) async throws in
            var wrong = request("ping")
            wrong.secretAccessKey = "another"
            #expect(try await test.send(wrong).status == 403)
            #expect(test.server.summary().unusedRecordings == ["talk#0"])
        }
    }
}
