import Converse
import ServerClock
import SigV4
import TestSupport
import Testing

/// A server with a clock of its own that verifies signatures and answers as the service does.
@Suite("A wrong clock is measured and mended once", .live)
struct SkewRetryTests {
    static func judge(_ time: VirtualTime, ahead seconds: Int64, date: Bool = true) -> ScriptedServer.Script {
        { _, request in
            let now = time.now.advanced(bySeconds: seconds)
            let shown = date ? now : nil
            switch TestClient.verification(of: request, now: now) {
            case .accepted: return TestClient.success(date: shown)
            case .refused(let refusal):
                var message = "The request signature we calculated does not match the signature you provided."
                switch refusal.reason {
                case .expired:
                    let signed = request.header("x-amz-date") ?? ""
                    message =
                        "Signature expired: \(signed) is now earlier than \(now.advanced(bySeconds: -300)) (\(now) - 5 min.)"
                case .notYetCurrent:
                    let signed = request.header("x-amz-date") ?? ""
                    message =
                        "Signature not yet current: \(signed) is still later than \(now.advanced(bySeconds: 300)) (\(now) + 5 min.)"
                default: break
                }
                return TestClient.refusal(403, "InvalidSignatureException", message, date: shown)
            }
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [Int64(600), -600, 86_000, -86_000], [true, false])
    func oneMoreAttemptWithTheServersTime(_ ahead: Int64, _ showsDate: Bool) async throws {
        let time = VirtualTime()
        try await ScriptedServer.run(Self.judge(time, ahead: ahead, date: showsDate)) { server in
            let client = try TestClient.make(server.url, time) { $0.retry = RetryPolicy.none }
            let result = try await client.converse(TestClient.question, modelID: "m")
            #expect(result.exchange.attempts.count == 2)
            #expect(
                result.exchange.attempts[0].outcome == .answered(status: 403, errorType: "InvalidSignatureException"))
            #expect(result.exchange.attempts[0].skewApplied == .zero)
            let applied = result.exchange.attempts[1].skewApplied
            #expect(abs(Double(applied.components.seconds) - Double(ahead)) <= 1)
            #expect(time.waits.isEmpty)

            // With a Date the host's skew is kept, and the next call is right at once.
            let next = try await client.converse(TestClient.question, modelID: "m")
            #expect(next.exchange.attempts.count == (showsDate ? 1 : 2))
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func lessThanFourMinutesIsNotTheClock() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in
            TestClient.refusal(403, "InvalidSignatureException", "no", date: time.now.advanced(bySeconds: 230))
        }) { server in
            let client = try TestClient.make(server.url, time)
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.attempts.count == 1)
            #expect(error?.code == .credentialsRefused)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func aSecondRefusalIsFinal() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ number, _ in
            // The server's clock leaps on with every request: no correction ever fits.
            TestClient.refusal(
                403, "InvalidSignatureException", date: time.now.advanced(bySeconds: 1000 * Int64(number + 1)))
        }) { server in
            let client = try TestClient.make(server.url, time)
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.attempts.count == 2)
            #expect(server.received.count == 2)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func thePolicyMayForbidIt() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run(Self.judge(time, ahead: 900)) { server in
            let client = try TestClient.make(server.url, time) { $0.skew = SkewPolicy(correction: .disabled) }
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.attempts.count == 1)
            #expect(error?.message.hasPrefix("Signature expired: 20260102T030405Z") == true)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func anAnswerFromACacheIsNoReading() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run({ _, _ in
            TestClient.refusal(
                403, "InvalidSignatureException", date: time.now.advanced(bySeconds: -4000), headers: [("Age", "4000")])
        }) { server in
            let client = try TestClient.make(server.url, time)
            let error = await #expect(throws: ConverseError.self) {
                try await client.converse(TestClient.question, modelID: "m")
            }
            #expect(error?.attempts.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func everyAnswerIsAReadingAndTheLastOneCounts() async throws {
        let time = VirtualTime()
        // Refused within the window, so not tried again; then the clocks agree; then the server's is ahead once more.
        let offsets: [Int64] = [120, 0, 0, -50, 0]
        try await ScriptedServer.run({ number, _ in
            let date = time.now.advanced(bySeconds: offsets[number])
            return number == 0
                ? TestClient.refusal(403, "InvalidSignatureException", date: date) : TestClient.success(date: date)
        }) { server in
            let client = try TestClient.make(server.url, time)
            for _ in offsets { _ = try await client.send(method: "POST", target: "/x", body: [1]) }
            let signed = server.received.compactMap { $0.header("x-amz-date").flatMap(SigningTime.init(amzDate:)) }
            #expect(signed.map { $0.unixSeconds - time.now.unixSeconds } == [0, 120, 0, 0, -50])
        }
    }
}
