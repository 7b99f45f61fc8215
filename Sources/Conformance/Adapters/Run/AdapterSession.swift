/// A conversation with an adapter that may end by itself and be started again.
package struct AdapterSession: Sendable {
    var conversation: AdapterConversation

    init(_ conversation: AdapterConversation) { self.conversation = conversation }

    /// What the conversation came to so far.
    package var outcome: AdapterOutcome { conversation.outcome }

    /// Whether the adapter ended by itself before every case was answered, and nothing was decided about that yet.
    package var hasEndedEarly: Bool { conversation.interruption != nil }

    /// Settles what the end of the adapter cost.
    ///
    /// - Parameter words: How it ended, and what it said of it.
    /// - Returns: Whether it is to be started again.
    package mutating func goOn(after words: String) async -> Bool {
        guard hasEndedEarly else { return false }
        await conversation.goOn(after: words)
        return outcome.fault == nil && conversation.isUnfinished
    }

    /// Ends the conversation for good where the adapter did.
    package mutating func giveUp() async { await conversation.giveUp() }
}
