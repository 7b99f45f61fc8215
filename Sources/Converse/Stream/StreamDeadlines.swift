/// How long a streamed answer may take once its request is sent.
public struct StreamDeadlines: Sendable, Hashable {
    /// The longest silence between bytes; not counted while the reader is what is waited for.
    public var idle: Duration

    /// From the start of the attempt to the last byte.
    public var total: Duration

    /// Makes a set of deadlines.
    public init(idle: Duration = .seconds(60), total: Duration = .seconds(900)) {
        self.idle = idle
        self.total = total
    }
}
