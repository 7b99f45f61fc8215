import ServerClock
import Testing
import WireText

@Suite("Which answers count")
struct SampleRulesTests {
    private static let date = "Sun, 22 Nov 2026 10:00:00 GMT"
    private static let sent = Duration.seconds(1_795_341_600)

    private static let good = [(name: "date", value: date), (name: "X-Amzn-RequestId", value: "r")]

    @Test("an answer of AWS counts, whatever its status", arguments: [200, 400, 403, 404, 429, 500])
    func accepted(status: Int) throws {
        let sample = try SampleRules().sample(
            status: status, headers: Self.good, sent: Self.sent, firstByte: Self.sent + .milliseconds(50))
        #expect(sample.date.unixSeconds == 1_795_341_600)
        #expect(sample.roundTrip == .milliseconds(50))
    }

    @Test(
        "others do not, and the reason is named",
        arguments: [
            ([("Date", date), ("x-amzn-requestid", "r"), ("Age", "0")], 200, 1, SampleRejection.cached(age: "0")),
            (
                [("Date", date), ("x-amzn-requestid", "r"), ("X-Cache", "Hit from cloudfront")], 200, 1,
                .cacheHit("Hit from cloudfront")
            ),
            ([("x-amzn-requestid", "r")], 200, 1, .noDate),
            ([("Date", date), ("DATE", date), ("x-amzn-requestid", "r")], 200, 1, .severalDates(2)),
            ([("Date", date)], 403, 1, .noRequestID),
            ([("Date", date), ("x-amzn-requestid", "r")], 302, 1, .redirect(status: 302)),
            ([("Date", date), ("x-amzn-requestid", "r")], 200, 901, .roundTripTooLong(.seconds(901))),
            ([("Date", date), ("x-amzn-requestid", "r")], 200, -1, .timeRanBackwards),
        ] as [([(String, String)], Int, Int, SampleRejection)])
    func rejected(headers: [(String, String)], status: Int, seconds: Int, reason: SampleRejection) {
        let named = headers.map { (name: $0.0, value: $0.1) }
        #expect(throws: reason) {
            try SampleRules().sample(
                status: status, headers: named, sent: Self.sent, firstByte: Self.sent + .seconds(seconds))
        }
    }

    @Test("garbage in Date is named with its fault")
    func garbage() {
        let headers = [(name: "Date", value: "tomorrow"), (name: "x-amzn-requestid", value: "r")]
        let error = #expect(throws: SampleRejection.self) {
            try SampleRules().sample(status: 200, headers: headers, sent: Self.sent, firstByte: Self.sent)
        }
        guard case .malformedDate(let fault) = error else {
            Issue.record("expected a malformed date, found \(String(describing: error))")
            return
        }
        #expect(fault.code == .weekday)
    }

    @Test("a miss of a cache is no cache's answer, and one's own server needs no request id")
    func lenient() throws {
        let headers = [(name: "Date", value: Self.date), (name: "X-Cache", value: "Miss from cloudfront")]
        _ = try SampleRules(requestID: .optional).sample(
            status: 200, headers: headers, sent: Self.sent, firstByte: Self.sent)
    }
}
