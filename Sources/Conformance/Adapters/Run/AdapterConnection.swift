/// A running adapter as its conversation needs it; the process behind it is somebody else's.
package struct AdapterConnection<Output: AsyncSequence> where Output.Element == [UInt8] {
    /// What the adapter writes to its standard output, as it comes; it ends when the process does.
    package var output: Output
    /// Writes to the adapter's standard input.
    package var send: @Sendable ([UInt8]) async throws -> Void
    /// Closes the adapter's standard input.
    package var close: @Sendable () async -> Void
    /// Ends the process if it runs; its output ends with it.
    package var stop: @Sendable () async -> Void

    package init(
        output: Output, send: @escaping @Sendable ([UInt8]) async throws -> Void,
        close: @escaping @Sendable () async -> Void, stop: @escaping @Sendable () async -> Void
    ) {
        self.output = output
        self.send = send
        self.close = close
        self.stop = stop
    }
}
