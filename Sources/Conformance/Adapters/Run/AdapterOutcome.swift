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
}
