/// What a case is about and the adapter did not tell, so that there is nothing to judge.
///
/// Nobody must pass on all that the service says. But software that tells a thing in one case and not in another has lost it
/// there, and its caller should hear of that.
package struct UntoldMembers: Sendable {
    /// Their names, such as `usage.inputTokens` or `type`.
    package var names: [String]
    /// What becomes of the case where another one shows that the adapter tells one of them.
    package var lost: @Sendable (_ name: String, _ elsewhere: String) -> CaseJudgement
}

extension UntoldMembers {
    /// What becomes of a case, given what was told in others; nil where nothing of it was.
    ///
    /// - Parameter told: The names that were told, each with the case where it was first.
    func judgement(_ told: [String: String]) -> CaseJudgement? {
        names.lazy.compactMap { name in told[name].map { lost(name, $0) } }.first
    }
}
