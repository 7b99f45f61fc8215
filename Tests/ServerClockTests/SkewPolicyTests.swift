import ServerClock
import Testing
import WireText

/// The ten cases that AWS's SDKs share for the correction of clock skew, as arithmetic: all times on 2026-01-01, in
/// seconds after midnight.
@Suite("Skew policy")
struct SkewPolicyTests {
    private static let midnight: Int64 = 1_767_225_600

    private func sample(_ sent: Int64, _ received: Int64, date: Int64, age: String? = nil) throws -> DateSample {
        let date = HTTPDate(unixSeconds: Self.midnight + date).description
        let headers = [(name: "Date", value: date)] + (age.map { [(name: "Age", value: $0)] } ?? [])
        return try SampleRules(requestID: .optional).sample(
            status: 200, headers: headers, sent: .seconds(Self.midnight + sent),
            firstByte: .seconds(Self.midnight + received))
    }

    /// The second that is signed at a local time.
    private func signed(at local: Int64, _ skews: HostSkews) -> Int64 {
        (Duration.seconds(local) + skews.offset(forHost: "h")).components.seconds
    }

    private func isNear(_ offset: Duration, _ seconds: Int) -> Bool {
        offset - .seconds(seconds) <= .seconds(1) && .seconds(seconds) - offset <= .seconds(1)
    }

    @Test("case 1: clocks that agree leave nothing to correct")
    func agreement() throws {
        let sample = try sample(0, 2, date: 1)
        #expect(sample.midpointSkew == .zero)
        var skews = HostSkews()
        skews.record(sample, forHost: "h")
        #expect(isNear(skews.offset(forHost: "h"), 0))
    }

    @Test(
        "cases 2 and 7: five minutes behind, refused for it: signed again, right to the second, and remembered",
        arguments: ["RequestTimeTooSkewed", "InvalidSignatureException"])
    func retried(code: String) throws {
        var skews = HostSkews()
        let refused = try sample(0, 2, date: 301)
        #expect(refused.midpointSkew == .seconds(300))
        skews.record(refused, forHost: "h")
        let measured = skews.offset(forHost: "h")
        let decision = skews.policy.decision(errorCode: code, measured: measured, applied: .zero, skewRetries: 0)
        #expect(decision == .signAgain(offset: measured))
        #expect(signed(at: 2, skews) == 302)
        skews.record(try sample(2, 4, date: 303), forHost: "h")
        #expect(signed(at: 60, skews) == 360)
    }

    @Test("case 3: the skew is kept though no retry is left")
    func noRetryLeft() throws {
        var skews = HostSkews()
        skews.record(try sample(0, 2, date: 301), forHost: "h")
        let decision = skews.policy.decision(
            errorCode: "RequestTimeTooSkewed", measured: .seconds(300), applied: .zero, skewRetries: 1)
        #expect(decision == .keep(.alreadyRetried))
        #expect(isNear(skews.offset(forHost: "h"), 300))
    }

    @Test("case 4: a round trip of more than fifteen minutes says nothing")
    func slow() throws {
        #expect(throws: SampleRejection.roundTripTooLong(.seconds(960))) { try sample(0, 960, date: 600) }
        #expect(isNear(try sample(1020, 1022, date: 1321).interval.midpoint, 300))
    }

    @Test("case 5: a stale skew disappears when the clocks agree again")
    func stale() throws {
        var skews = HostSkews()
        skews.record(try sample(0, 2, date: 301), forHost: "h")
        #expect(signed(at: 0, skews) == 300)
        skews.record(try sample(0, 2, date: 1), forHost: "h")
        #expect(isNear(skews.offset(forHost: "h"), 0))
    }

    @Test("case 6: two minutes are recorded, and no reason to try again")
    func belowThreshold() throws {
        var skews = HostSkews()
        let refused = try sample(0, 2, date: 121)
        skews.record(refused, forHost: "h")
        let decision = skews.policy.decision(
            errorCode: "InvalidSignatureException", measured: skews.offset(forHost: "h"), applied: .zero, skewRetries: 0
        )
        #expect(decision == .keep(.belowThreshold))
        #expect(isNear(skews.offset(forHost: "h"), 120))
    }

    @Test("case 8: a refusal without Date says nothing")
    func withoutDate() {
        #expect(throws: SampleRejection.noDate) {
            try SampleRules(requestID: .optional).sample(
                status: 403, headers: [], sent: .seconds(Self.midnight), firstByte: .seconds(Self.midnight + 2))
        }
        let decision = SkewPolicy().decision(
            errorCode: "RequestTimeTooSkewed", measured: nil, applied: .zero, skewRetries: 0)
        #expect(decision == .keep(.notMeasured))
    }

    @Test("cases 9 and 10: an answer out of a cache says nothing")
    func cached() throws {
        #expect(throws: SampleRejection.cached(age: "17280")) {
            try sample(60_660, 60_662, date: 43_381, age: "17280")
        }
        #expect(isNear(try sample(60_670, 60_672, date: 60_971).interval.midpoint, 300))
        #expect(isNear(try sample(60_670, 60_672, date: 60_671).interval.midpoint, 0))
    }

    @Test(
        "what no clock can cause is not tried again", arguments: ["ExpiredTokenException", "ValidationException", ""])
    func otherErrors(code: String) {
        let decision = SkewPolicy().decision(
            errorCode: code, measured: .seconds(4000), applied: .zero, skewRetries: 0)
        #expect(decision == .keep(.notAClockError))
    }

    @Test("a skew beyond a day is neither applied nor remembered")
    func cap() throws {
        var skews = HostSkews()
        skews.record(try sample(0, 2, date: 301), forHost: "h")
        let outcome = skews.record(try sample(0, 2, date: 90_001), forHost: "h")
        #expect(outcome == .beyondCap(.seconds(90_000) + .milliseconds(500)))
        #expect(skews.offset(forHost: "h") == .zero)
        let decision = skews.policy.decision(
            errorCode: "RequestTimeTooSkewed", measured: .seconds(90_000), applied: .zero, skewRetries: 0)
        #expect(decision == .keep(.beyondCap))
    }

    @Test("hosts are corrected one by one, in any case, and not at all when it is switched off")
    func hosts() throws {
        var skews = HostSkews()
        skews.record(try sample(0, 2, date: 301), forHost: "A.example")
        #expect(isNear(skews.offset(forHost: "a.EXAMPLE"), 300))
        #expect(skews.offset(forHost: "b.example") == .zero)
        var disabled = HostSkews(policy: SkewPolicy(correction: .disabled))
        disabled.record(try sample(0, 2, date: 301), forHost: "h")
        #expect(disabled.offset(forHost: "h") == .zero)
        let decision = disabled.policy.decision(
            errorCode: "RequestTimeTooSkewed", measured: .seconds(300), applied: .zero, skewRetries: 0)
        #expect(decision == .keep(.correctionDisabled))
    }

    @Test(
        "verdicts: right below a second, off below four minutes, too far from there",
        arguments: [
            (0, SkewVerdict.agrees), (999, .agrees), (-999, .agrees), (1000, .off), (-239_999, .off),
            (240_000, .tooFar),
            (-240_000, .tooFar), (99_999_999, .tooFar),
        ])
    func verdicts(milliseconds: Int, verdict: SkewVerdict) {
        #expect(SkewPolicy().verdict(of: .milliseconds(milliseconds)) == verdict)
    }
}
