import Report
import Testing

@testable import Conformance

/// An excuse holds only where the case that it points to fails.
struct CaseExcuseTests {
    private func excuse(_ subject: String, _ cause: String = "c", own: Bool = false, distance: Int = 2) -> CaseExcuse {
        CaseExcuse(
            subject: subject, cause: cause, isOwn: own, judgement: CaseJudgement(.fail),
            rank: CaseExcuse.Rank(distance: distance, level: 0, isOfRequests: distance < 3))
    }

    @Test func `where the case that is about it failed all others are excused`() {
        #expect(CaseExcuse.refuted([nil, excuse("whole"), excuse("whole", own: true), excuse("whole", "d")]) == [])
    }

    @Test func `where none did the nearest answers for each cause`() {
        let cases = [
            excuse("whole"), excuse("whole", distance: 1), nil, excuse("whole", distance: 1), excuse("whole", "d"),
            excuse("token", own: true), excuse("token"),
        ]
        #expect(CaseExcuse.refuted(cases) == [1, 4])
        // A rule about answers only where none about requests was refused.
        let far = [excuse("whole", "e", distance: 3), excuse("token", "e", distance: 3), excuse("whole")]
        #expect(CaseExcuse.refuted(far) == [1, 2])
        #expect(CaseExcuse.refuted([]) == [] && CaseExcuse.refuted([nil, nil]) == [])
    }
}
