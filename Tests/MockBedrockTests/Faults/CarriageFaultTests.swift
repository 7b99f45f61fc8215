import Codes
import EventStream
import JSONText
import MockBedrock
import Recordings
import TestSupport
import Testing

/// What goes over the wire under faults of HTTP.
@Suite(.live, .timeLimit(.minutes(10))) struct CarriageFaultTests {
    @Test(
        "An answer of the service takes the place of the right one", arguments: ["converse", "converse-stream"],
        [
            ("throttle", 429, "ThrottlingException", .throttled),
            ("internal-error", 500, "InternalServerException", .internalError),
            ("unavailable", 503, "ServiceUnavailableException", .serviceUnavailable),
            ("model-error", 424, "ModelErrorException", .modelError),
            ("model-timeout", 408, "ModelTimeoutException", .modelTimeout),
            ("model-not-ready", 429, "ModelNotReadyException", .modelNotReady),
        ] as [(String, Int, String, FindingCode)])
    func refusal(_ operation: String, _ wanted: (String, Int, String, FindingCode)) async throws {
        try await TestServer.with(faults: [wanted.0]) { server in
            let answer = try await server.send(
                TestRequest { $0.target = "/model/amazon.nova-micro-v1:0/\(operation)" })
            #expect(answer.status == wanted.1)
            #expect(answer.errorType == wanted.2)
            #expect(answer.findings == [wanted.3])
            #expect(answer.message?.isEmpty == false)
            #expect(answer["x-doctor-fault"] == wanted.0)
            #expect(answer["Retry-After"] == (wanted.0 == "throttle" ? "1" : nil))
            let entry = server.log.last
            #expect(entry?.verdict == .faulted)
            #expect(entry?.fault == wanted.0)
            #expect(entry?.description.contains(" fault \(wanted.0)") == true)
        }
    }

    @Test func `Retry-After is as the rule says`() async throws {
        try await TestServer.with(faults: ["throttle:retry-after=7,times=1", "throttle:retry-after=none"]) { server in
            let (first, second) = (try await server.send(TestRequest()), try await server.send(TestRequest()))
            #expect(first["Retry-After"] == "7")
            #expect(second["Retry-After"] == nil)
        }
    }

    @Test func `A gateway answers in HTML and without the service's headers`() async throws {
        try await TestServer.with(faults: ["gateway-error:status=529"]) { server in
            let answer = try await server.send(TestRequest())
            #expect(answer.status == 529)
            #expect(answer["Content-Type"] == "text/html")
            #expect(answer["x-amzn-RequestId"] == nil && answer.errorType == nil && answer.json == nil)
        }
    }

    @Test(arguments: ["converse", "converse-stream"])
    func `A reset comes before the first byte`(_ operation: String) async throws {
        try await TestServer.with(faults: ["reset"]) { server in
            let end = try await server.end(operation)
            #expect(end.end == .reset)
            #expect(end.bytes == [])
            #expect(server.log.last?.description.contains("no answer simulated") == true)
        }
    }

    @Test(arguments: [
        ("converse", "reset-after-headers"), ("converse-stream", "reset-after-headers"),
        // An answer in one piece has no events.
        ("converse", "reset-after-headers:after=3"),
    ])
    func `A reset comes behind the headers`(_ operation: String, _ fault: String) async throws {
        try await TestServer.with(faults: [fault]) { server in
            let end = try await server.end(operation)
            #expect(end.end == .reset)
            #expect(end.head.hasPrefix("HTTP/1.1 200 OK\r\n") && end.head.hasSuffix("\r\n\r\n"))
            #expect(end.body == [])
        }
    }

    @Test func `A reset comes behind so many events`() async throws {
        try await TestServer.with(faults: ["reset-after-headers:after=2"]) { server in
            let end = try await server.end("converse-stream")
            #expect(end.end == .reset)
            #expect(events(end.unchunked.bytes) == ["messageStart", "contentBlockDelta"])
            #expect(!end.unchunked.isWhole)
        }
    }

    @Test func `An empty reply is an orderly end without a byte`() async throws {
        try await TestServer.with(faults: ["empty-reply"]) { server in
            let end = try await server.end()
            #expect(end.end == .closed)
            #expect(end.bytes == [])
        }
    }

    @Test(
        "A body ends early", arguments: ["converse", "converse-stream"],
        [
            ("truncated-body", nil), ("truncated-body:bytes=7", 7), ("truncated-body:bytes=0", 0),
            ("truncated-body:bytes=1000000", nil),
        ])
    func truncated(_ operation: String, _ fault: (String, Int?)) async throws {
        let whole = try await TestServer.with(faults: []) { try await $0.end(operation).body.count }
        try await TestServer.with(faults: [fault.0]) { server in
            let end = try await server.end(operation)
            #expect(end.end == .closed)
            #expect(end.body.count < whole)
            if let count = fault.1 { #expect(end.body.count == count) }
            if operation == "converse" {
                #expect(end.head.contains("Content-Length: \(whole)\r\n"))
            } else {
                #expect(!end.unchunked.isWhole)
            }
        }
    }

    @Test(arguments: ["converse", "converse-stream"], [10, -5])
    func `Content-Length is wrong`(_ operation: String, _ by: Int) async throws {
        let right = try await TestServer.with(faults: []) { server in
            let end = try await server.end(operation)
            return operation == "converse" ? end.body : end.unchunked.bytes
        }
        try await TestServer.with(faults: ["wrong-content-length:by=\(by)"]) { server in
            let end = try await server.end(operation)
            #expect(end.head.contains("Content-Length: \(right.count + by)\r\n"))
            #expect(end.body.count == right.count)
            #expect(end.end == .closed)
        }
    }

    @Test(arguments: ["converse", "converse-stream"])
    func `A chunk's size is no number`(_ operation: String) async throws {
        try await TestServer.with(faults: ["malformed-chunk"]) { server in
            let end = try await server.end(operation)
            #expect(end.head.contains("Transfer-Encoding: chunked"))
            #expect(!end.unchunked.isWhole)
            #expect(!end.unchunked.bytes.isEmpty)
            #expect(String(decoding: end.body, as: UTF8.self).contains("\r\nzz\r\n"))
            if operation == "converse-stream" { #expect(events(end.unchunked.bytes) == ["messageStart"]) }
        }
    }

    @Test(arguments: ["converse", "converse-stream"])
    func `A slow body is whole, and its connection goes on`(_ operation: String) async throws {
        let request = TestRequest { $0.target = "/model/amazon.nova-micro-v1:0/\(operation)" }
        let whole = try await TestServer.with(faults: []) { try await $0.send(request).body.count }
        try await TestServer.with(faults: ["slow-body:ms=1,bytes=64,times=1"]) { server in
            try await RawConnection.with(port: server.port) { connection in
                for _ in 0..<2 {
                    try await connection.send(request.wire())
                    #expect(try await connection.answer().body.count == whole)
                }
            }
            #expect(server.log.all.map(\.fault) == ["slow-body", nil])
        }
    }

    @Test func `Silence lasts until the client goes, or the server ends`() async throws {
        try await TestServer.with(faults: ["silence:times=1", "silence:after=1"]) { server in
            try await RawConnection.with(port: server.port) { connection in
                try await connection.send(TestRequest().wire())
                // The entry says that the request was answered, which here means: not.
                while server.log.all.isEmpty { await Task.yield() }
            }
            try await RawConnection.with(port: server.port) { connection in
                try await connection.send(
                    TestRequest { $0.target = "/model/amazon.nova-micro-v1:0/converse-stream" }.wire())
                var bytes: [UInt8] = []
                while !String(decoding: bytes, as: UTF8.self).contains("assistant") {
                    bytes += try #require(try await connection.part())
                }
                _ = await server.server.shutdown()
                #expect(await connection.wireEnd().bytes == [])
            }
            #expect(server.log.all.map(\.fault) == ["silence", "silence"])
        }
    }

    @Test func `Delays of several rules add up, and let the answer be`() async throws {
        try await TestServer.with(faults: ["delay:ms=20", "delay:ms=30", "throttle:nth=2"]) { server in
            let clock = ContinuousClock()
            let start = clock.now
            let answer = try await server.send(TestRequest())
            #expect(answer.status == 200)
            // A lower bound: it cannot have come sooner.
            #expect(clock.now - start >= .milliseconds(50))
            #expect(answer["x-doctor-fault"] == "delay")
            #expect(try await server.send(TestRequest()).status == 429)
        }
    }

    @Test(arguments: ["throttle:times=1", "reset:times=1", "truncated-body:times=1", "wrong-content-length:times=1"])
    func `A recording whose answer does not arrive whole is there for the next attempt`(_ fault: String) async throws {
        let body = try JSONValue(parsing: TestRequest().body)
        let exchange = Exchange(
            request: RecordedRequest(
                method: "POST", target: "/model/amazon.nova-micro-v1%3A0/converse", body: .json(body)),
            response: RecordedResponse(status: 200, body: .json(["recorded": true])))
        let recording = Recording(
            name: "r", source: RecordingSource(kind: .authored, tool: "test", version: "1"), exchanges: [exchange])
        let rule = try FaultRule(parsing: fault)
        try await TestServer.with({
            $0.recordings = [recording]
            $0.faults = [rule]
            $0.strict = .on
        }) { server in
            _ = try await server.end()
            #expect(server.server.summary().unusedRecordings == ["r#0"])
            #expect(try await server.send(TestRequest()).json == ["recorded": true])
            #expect(!server.server.summary().failed)
        }
    }

    private func events(_ bytes: [UInt8]) -> [String?] {
        var decoder = EventStreamDecoder()
        decoder.feed(bytes)
        var events: [String?] = []
        while let message = try? decoder.next() { events.append(message.eventType) }
        return events
    }
}
