/// What becomes of a request that no recording answers.
public enum MockStrictMode: Sendable, Hashable {
    /// The simulated account answers it, and unused recordings are only counted.
    case off
    /// It is refused with the nearest recorded request and the differences; it and every unused recording
    /// make the summary a failure.
    case on
}
