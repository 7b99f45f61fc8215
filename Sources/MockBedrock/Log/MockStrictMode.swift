/// What becomes of a request that no recording answers.
public enum MockStrictMode: Sendable, Hashable {
    /// The simulated account answers it, and unused recordings are only counted.
    case off
    /// Where the recordings have answers for its method and path, it is refused with the nearest recorded request and the
    /// differences; else the simulated account answers it. A request that was refused for its signature, or that nothing
    /// could answer, and every unused recording make the summary a failure.
    case on
}
