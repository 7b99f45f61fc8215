/// Words that say that the very same thing got through when it was done once more: what was missing came by itself, with time.
package enum SecondRun {
    private static let telling: [WordPhrase] = [
        "works|worked|succeeds|succeeded|passes|passed|fine subsequent|second|2nd apply|run|deploy|deployment|attempt|try|time",
        "works|worked|succeeds|succeeded|passes|passed next apply|deploy|deployment",
        "running|applying|deploying|rerunning again|second succeeds|works|worked|succeeded|passes|fixes",
        "apply|deploy|run again works|worked|succeeds|succeeded|passes",
        "second|subsequent|next apply|run|deploy|deployment|attempt goes|went through",
        "rerun|rerunning|redeploy|redeploying|reapply|reapplying works|worked|succeeds|succeeded|passes",
        "retrying apply|deploy|deployment works|worked|succeeds|succeeded",
    ]

    private static let denying: [WordPhrase] = [
        "not|doesnt|didnt|wont|never|neither|nor work|works|succeed|succeeds|pass|help|helps",
        "same error second|again|next apply|run|deploy|attempt|try", "still fails|failing|fail",
    ]

    /// Whether a text says so, and does not say that it fails again.
    package static func isTold(in words: WordText) -> Bool {
        telling.contains { words.has(all: [$0], none: denying, isOneSentence: true) }
    }
}
