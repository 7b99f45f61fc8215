/// A monotonic time since the process began to look at it.
enum Stopwatch {
    private static let origin = ContinuousClock.now

    static var elapsed: Duration { origin.duration(to: ContinuousClock.now) }
}
