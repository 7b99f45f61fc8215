import Converse
import ConverseAPI
import HTTPTransport
import NetworkTerms
import SigV4
import TestSupport
import Testing

@Suite("Trying again", .live)
struct RetryTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            TestClient.refusal(429, "ThrottlingException"), TestClient.refusal(503, "ServiceUnavailableException"),
            TestClient.refusal(500, "InternalServerException"), TestClient.refusal(408, "ModelTimeoutException"),
            TestClient.refusal(429, "ModelNotReadyException:http://internal.amazon.com/"),
            TestClient.refusal(400, "com.amazon.coral.availability#ThrottlingException"), .answer(502), .close,
        ])
    func aPassingFailureIsTriedAgainWithAFreshSignature(_ failure: ScriptedAction) async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ number, _ in number < 3 ? failure : TestClient.success() }) { server in
            let client = try TestClient.make(server.url, time) {
                $0.retry = RetryPolicy(maxAttempts: 4, baseDelay: .seconds(4), maxDelay: .seconds(10))
            }
            let result = try await client.converse(TestClient.question, modelID: "m")
            #expect(result.exchange.attempts.count == 4)
            // Half of 4, 8 and 10 (not 16) seconds.
            #expect(time.waits == [.seconds(2), .seconds(4), .seconds(5)])
            #expect(result.exchange.attempts.map(\.waited) == [.zero, .seconds(2), .seconds(4), .seconds(5)])
            #expect(
                server.received.map { $0.header("x-amz-date") } == [
                    "20260102T030405Z", "20260102T030407Z", "20260102T030411Z", "20260102T030416Z",
                ])
            #expect(server.received.allSatisfy { TestClient.isAccepted($0, now: time.now) })
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func attemptsEnd() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in TestClient.refusal(429, "ThrottlingException", "Too many requests") }) {
            server in
            let client = try TestClient.make(server.url, time) { $0.retry.maxAttempts = 3 }
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(server.received.count == 3)
            #expect(error?.code == .throttled)
            #expect(error?.end == .attemptsUsedUp)
            #expect(error?.attempts.count == 3)
            #expect(error?.httpStatus == 429)
            #expect(error?.requestID == "7e57-1d")
            #expect(error?.timings != nil)
            #expect(
                error?.description.hasPrefix(
                    "HTTP 429 ThrottlingException: Too many requests (3 attempts; no attempts left) [request id 7e57-1d]"
                )
                    == true)
        }
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (400, "ValidationException", "bad", ConverseError.Code.validation),
            (403, "AccessDeniedException", "no", .accessDenied),
            (403, "InvalidSignatureException", "no", .credentialsRefused),
            (403, "ExpiredTokenException", "no", .credentialsRefused),
            (403, "ThrottlingException", "a 403 is final", .throttled),
            (404, "ResourceNotFoundException", "no", .notFound), (424, "ModelErrorException", "no", .modelFailed),
            (429, "ThrottlingException", "Too many tokens per day, please wait.", .throttled),
            (301, "", "", .unexpectedStatus),
        ])
    func whatWouldFailAgainIsNotTriedAgain(
        _ status: Int, _ type: String, _ message: String, _ code: ConverseError.Code
    ) async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in TestClient.refusal(status, type, message, date: time.now) }) { server in
            let client = try TestClient.make(server.url, time)
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(server.received.count == 1)
            #expect(error?.code == code)
            #expect(error?.end == .notWorthwhile)
            #expect(time.waits.isEmpty)
        }
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ([("Retry-After", "7")], Duration.seconds(7)),
            // A date counts from the server's own clock, here ten minutes ahead of ours.
            (
                [("Retry-After", "Fri, 02 Jan 2026 03:14:14 GMT"), ("Date", "Fri, 02 Jan 2026 03:14:05 GMT")],
                .seconds(9)
            ),
            ([("Retry-After", "Fri, 02 Jan 2026 03:04:16 GMT")], .seconds(11)),
            ([("Retry-After", "Fri, 02 Jan 2026 03:00:00 GMT")], .milliseconds(250)),
            ([("Retry-After", "0")], .milliseconds(250)), ([("Retry-After", "soon")], .milliseconds(250)),
            ([("Retry-After", "-5")], .milliseconds(250)), ([("Retry-After", "")], .milliseconds(250)),
        ])
    func retryAfterIsHonoured(_ headers: [(String, String)], _ wait: Duration) async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ number, _ in
            number == 0 ? .answer(503, headers) : TestClient.success()
        }) { server in
            let client = try TestClient.make(server.url, time)
            _ = try await client.converse(TestClient.question, modelID: "m")
            #expect(time.waits == [wait])
        }
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [("60", 1), ("59", 2), ("99999999999999999999999", 1)])
    func aWaitBeyondTheDeadlineIsNotBegun(_ retryAfter: String, _ attempts: Int) async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in TestClient.refusal(503, "X", headers: [("Retry-After", retryAfter)]) }) {
            server in
            let client = try TestClient.make(server.url, time) { $0.retry.deadline = .seconds(60) }
            let exchange = try await client.send(method: "POST", target: "/x", body: [1])
            #expect(exchange.end == .deadline)
            #expect(exchange.status == 503)
            #expect(server.received.count == attempts)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func silenceTimesOutAndIsTriedAgain() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ number, _ in number == 0 ? .hang : TestClient.success() }) { server in
            let client = try TestClient.make(server.url, time) { $0.timeouts.firstByte = .milliseconds(500) }
            let result = try await client.converse(TestClient.question, modelID: "m")
            // On a machine under load the second attempt may be late as well; then there is a third.
            let outcomes = result.exchange.attempts.map(\.outcome)
            #expect(outcomes.first == .failed(.timedOut(.waitingForResponse)))
            #expect(outcomes.last == .answered(status: 200, errorType: nil))
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func noAttemptOutlivesTheDeadline() async throws {
        try await ScriptedServer.run({ _, _ in .hang }) { server in
            let client = try TestClient.make(server.url, VirtualTime()) {
                $0.clock = ClientClock(wall: { VirtualTime().now })
                $0.retry = RetryPolicy(maxAttempts: 9, baseDelay: .milliseconds(1), deadline: .milliseconds(300))
                $0.timeouts.firstByte = .seconds(3000)
                $0.timeouts.total = .seconds(3000)
            }
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.code == .network || error?.code == .deadlineExceeded)
            #expect(error?.attempts.first?.outcome == .failed(.timedOut(.waitingForResponse)))
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func aClosedPortIsTriedAgainAndReported() async throws {
        let server = try await ScriptedServer.start { _, _ in .close }
        let url = server.url
        await server.stop()
        let client = try TestClient.make(url, VirtualTime()) { $0.retry.maxAttempts = 2 }
        let error = await #expect(throws: ConverseError.self) {
            try await client.converse(TestClient.question, modelID: "m")
        }
        #expect(error?.code == .network)
        #expect(error?.transportError?.code == .connectFailed)
        #expect(error?.attempts.count == 2)
        #expect(error?.httpStatus == nil)
        #expect(error?.nextStep.isEmpty == false)
    }

    @Test(.timeLimit(.minutes(10)))
    func aCancelledWaitEndsTheCall() async throws {
        try await ScriptedServer.run({ _, _ in TestClient.refusal(503, "X") }) { server in
            let client = try TestClient.make(server.url, VirtualTime()) {
                $0.clock.sleep = { _ in throw CancellationError() }
            }
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.code == .cancelled)
            #expect(server.received.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func aCancelledTaskEndsTheTransfer() async throws {
        try await ScriptedServer.run({ _, _ in .hang }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let call = Task { () -> ConverseError? in
                do throws(ConverseError) {
                    _ = try await client.converse(TestClient.question, modelID: "m")
                    return nil
                } catch {
                    return error
                }
            }
            while server.received.isEmpty { await Task.yield() }
            call.cancel()
            #expect(await call.value?.code == .cancelled)
            #expect(server.received.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func onePolicyForOneCall() async throws {
        try await ScriptedServer.run({ _, _ in TestClient.refusal(503, "X") }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            _ = try await client.send(method: "POST", target: "/x", retry: RetryPolicy.none)
            #expect(server.received.count == 1)
        }
    }
}
