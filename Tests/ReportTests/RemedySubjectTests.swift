import Report
import Testing

@Suite("What a remedy is about")
struct RemedySubjectTests {
    @Test("it is what the writer says, whatever the words")
    func stated() {
        #expect(Remedy("Set AWS_SECRET_ACCESS_KEY, or run aws sso login.").subjects.isEmpty)
        let remedy = Remedy("Do it.", command: "do").about(.pair, .token).about(.path)
        #expect(remedy.subjects == [.pair, .token, .path])
    }

    private static let steps: [(NextStep, Set<RemedySubject>)] = [
        (.doctor(.env), [.keys, .environment]), (.doctor(.identity), [.keys]), (.getCredentials, [.renewal]),
        (.doctor(.everywhere(model: "a.b")), [.otherRegion]), (.doctor(.check(region: nil, model: "a.b")), []),
        (.shell("unset AWS_SESSION_TOKEN"), []),
    ]

    @Test("it follows from a step of ours, in place of which another may be put", arguments: steps)
    func byStep(_ step: NextStep, _ subjects: Set<RemedySubject>) {
        #expect(Remedy("x", step).subjects == subjects)
        var remedy = Remedy("x", step).about(.policy)
        #expect(remedy.subjects == subjects.union([.policy]))
        remedy.step = nil
        #expect(remedy.subjects == [.policy])
    }
}
