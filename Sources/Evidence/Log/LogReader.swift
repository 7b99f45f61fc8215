/// Reads one kind of output out of the lines of an input.
///
/// It is asked at every line; what it does not know it leaves to the others.
protocol LogReader: Sendable {
    /// What the lines at the place say, and moves behind them; `nil`, without moving, when they are none of its own.
    static func read(_ cursor: inout LogCursor) -> [LogEvent]?
}
