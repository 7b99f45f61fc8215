public import ConverseAPI

/// The answer to ConverseStream while it comes: events in order, to be read once.
///
/// The network is read no faster than the events are taken. The sequence ends after the last event of a whole stream;
/// it throws ``ConverseError`` when the stream breaks off, is damaged or silent for too long, when the service sends an
/// exception inside it, and when the task is cancelled. Dropping it ends the transfer.
public struct ConverseStream: AsyncSequence, Sendable {
    /// A stream ends with a Converse error when it does not end well.
    public typealias Failure = ConverseError

    /// The answer's head with an empty body, the signed request, and the attempts up to the first event.
    public let exchange: SignedExchange

    private let reader: StreamReader
    private let failure: @Sendable (StreamReader.End, SignedExchange) -> ConverseError

    init(
        _ exchange: SignedExchange, _ reader: StreamReader,
        failure: @escaping @Sendable (StreamReader.End, SignedExchange) -> ConverseError
    ) {
        self.exchange = exchange
        self.reader = reader
        self.failure = failure
    }

    /// The reading end; all iterators share it.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// Reads events.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let stream: ConverseStream

        /// The next event, nil after the last one.
        ///
        /// - Throws: ``ConverseError`` when the stream does not end well.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(ConverseError) -> ConverseStreamEvent? {
            try await stream.next()
        }

        /// The next event, nil after the last one.
        ///
        /// - Throws: ``ConverseError`` when the stream does not end well.
        public mutating func next() async throws(ConverseError) -> ConverseStreamEvent? { try await stream.next() }
    }

    private func next() async throws(ConverseError) -> ConverseStreamEvent? {
        do throws(StreamReader.End) {
            return try await reader.next()
        } catch {
            throw failure(error, exchange)
        }
    }
}

extension ConverseStream {
    /// Reads the stream to its end and folds its events into the answer that Converse would have given.
    ///
    /// - Throws: ``ConverseError`` when the stream does not end well.
    public func collect() async throws(ConverseError) -> ConverseResult {
        var collector = ConverseStreamCollector()
        var iterator = makeAsyncIterator()
        while let event = try await iterator.next() { collector.add(event.output) }
        return ConverseResult(response: collector.response, exchange: exchange)
    }
}
