import Codes
import Diagnosis
import JSONText
import Report
import ServerClock
import Testing
import WireText

@Suite("The clock's finding")
struct ClockCheckTests {
    /// A sample over a round trip of 40 ms, from a clock that is `milliseconds` behind the server's.
    private func estimate(behindBy milliseconds: Int64) throws -> OffsetEstimate {
        let sent: Int64 = 1_795_341_600_480
        let stamp = sent + 20 + milliseconds
        let sample = DateSample(
            sent: .milliseconds(sent), firstByte: .milliseconds(sent + 40), date: HTTPDate(unixSeconds: stamp / 1000))
        return try OffsetEstimate(from: [sample], lag: .zero)
    }

    @Test(
        "the verdict, in words and in status",
        arguments: [
            (0, .clockAgrees, Status.pass, "agrees"), (30_000, .clockOff, .warn, "30 s behind"),
            (-45_000, .clockOff, .warn, "45 s ahead of"), (372_000, .clockBehind, .fail, "6 min 12 s behind"),
            (-372_000, .clockAhead, .fail, "6 min 12 s ahead of"),
            (250_000, .clockBehind, .fail, "4 min 10 s behind"),
            (172_800_000, .clockBehind, .fail, "2 days behind"),
        ] as [(Int64, FindingCode, Status, String)])
    func verdicts(milliseconds: Int64, code: FindingCode, status: Status, words: String) throws {
        let finding = ClockCheck.finding(try estimate(behindBy: milliseconds), durationMs: 42)
        #expect(finding.code == code)
        #expect(finding.status == status)
        #expect(finding.title.contains(words), "\(finding.title)")
        #expect(finding.remedies.isEmpty == (status == .pass))
    }

    @Test("the evidence has the schema's members")
    func evidence() throws {
        let finding = ClockCheck.finding(try estimate(behindBy: 0))
        #expect(
            finding.evidence.names.map { $0 } == ["offsetSeconds", "radiusSeconds", "samples", "dropped", "minRTTMs"])
        #expect(finding.evidence["radiusSeconds"] == .number(try #require(JSONNumber(literal: "0.520"))))
        #expect(finding.evidence["samples"]?.numberValue?.int64 == 1)
        #expect(finding.evidence["minRTTMs"]?.numberValue?.double == 40)
    }

    @Test("without a reading the verdict is unknown, and says why")
    func unmeasured() {
        let finding = ClockCheck.unmeasured(.noReadings, rejected: [.noDate, .cached(age: "\u{1B}[2J")])
        #expect(finding.status == .unknown)
        #expect(finding.evidence["rejected"]?.arrayValue?.count == 2)
    }
}
