package import Report

/// What a conversation with an adapter came to.
package struct AdapterOutcome: Sendable {
    /// Who the adapter is; nil if it did not say so.
    package var hello: AdapterHello?
    /// One result for each case, in the order of the cases.
    package var cases: [CaseResult]
    /// Why the conversation was broken off; nil for a whole one, and for one that was interrupted.
    package var fault: AdapterFault?
    package var notes: [String] = []
    /// How often the adapter ended by itself and was started again.
    package var restarts = 0
    /// Ends of the adapter for which none of the cases that were open then is to blame: given alone, none of them ends it.
    package var unexplainedEnds: [String] = []
}
