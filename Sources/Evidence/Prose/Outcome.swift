/// What a reporter says became of calls.
package enum Outcome: Sendable, Hashable {
    case works
    case fails

    /// They worked until something changed.
    case workedBefore
}
