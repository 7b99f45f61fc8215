import Testing

@testable import Evidence

/// What a line says became of calls, and whether something was taken away for it.
@Suite struct ToldOutcomeTests {
    @Test(arguments: [
        ("These paths work:", [ToldOutcome(outcome: .works, isWithout: false)]),
        ("Working paths:", [ToldOutcome(outcome: .works, isWithout: false)]),
        ("But this path does not work:", [ToldOutcome(outcome: .fails, isWithout: false)]),
        ("Failing URLs:", [ToldOutcome(outcome: .fails, isWithout: false)]),
        ("If I remove the star from the name, the call goes through.", [ToldOutcome(outcome: .works, isWithout: true)]),
        ("It works without the header.", [ToldOutcome(outcome: .works, isWithout: true)]),
        ("Now it works without any errors.", [ToldOutcome(outcome: .works, isWithout: false)]),
        ("I fixed it by setting", [ToldOutcome(outcome: .works, isWithout: false)]),
    ])
    func `what is told`(text: String, expected: [ToldOutcome]) {
        #expect(ToldOutcome.all(in: text) == expected)
    }

    @Test(arguments: [
        "Working directory:", "It should work without the header.", "Please check whether the path works.",
        "The issue was fixed in the next version.",
    ])
    func `what tells of no outcome`(text: String) {
        #expect(!ToldOutcome.all(in: text).contains { $0.outcome == .works })
    }
}
