import Evidence
import Testing

/// That the very same got through when it was done once more, and no wish or question of that kind.
@Suite struct SecondRunTests {
    @Test(arguments: [
        "Creation fails with a 403 on the first apply, but works on a subsequent apply without any code changes.",
        "The second apply works.", "Running terraform apply again succeeds.",
        "Re-running the deployment works; rerunning works.",
        "If I redeploy, it works: redeploying succeeded each time.", "A second apply goes through without a change.",
    ])
    func `a second run that gets through is told`(text: String) {
        #expect(SecondRun.isTold(in: WordText(text)))
    }

    @Test(arguments: [
        "The second apply does not work either, same error again.", "I ran terraform apply and it fails.",
        "Running it again still fails.", "The second model works, the first one is refused.",
        "Will it work if I wait?",
    ])
    func `what is only asked or denied is not`(text: String) {
        #expect(!SecondRun.isTold(in: WordText(text)))
    }
}
