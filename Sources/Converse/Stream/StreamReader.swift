import ConverseAPI
import EventStream
import HTTPTransport
import Synchronization

/// Makes events of the chunks of a body, and says how the stream ended.
///
/// Shared by the iterators of one stream. The lock is never held while a chunk is waited for.
final class StreamReader: Sendable {
    /// Why there are no more events.
    enum End: Error {
        case failure(StreamFailure)
        case exception(ServiceRefusal)
        case transport(TransportError)
    }

    fileprivate struct State {
        var decoder = EventStreamDecoder()
        var order = StreamOrder()
        /// An event that was read before anybody asked for it.
        var readAhead: ConverseStreamEvent?
        var time = Duration.zero
        var hasEnded = false
        var end: End?
    }

    private let body: ResponseBody
    private let policy: StreamOrderPolicy
    private let state = Mutex(State())

    init(_ body: ResponseBody, order policy: StreamOrderPolicy) {
        self.body = body
        self.policy = policy
    }

    /// The next event, nil at the end of a whole stream.
    func next() async throws(End) -> ConverseStreamEvent? {
        var iterator = body.makeAsyncIterator()
        while true {
            if let event = try step() { return event }
            if state.withLock({ $0.hasEnded }) { return nil }
            let chunk: BodyChunk?
            do {
                chunk = try await iterator.next()
            } catch {
                throw stop(.transport(error))
            }
            try take(chunk)
        }
    }

    /// Reads the first event, and keeps it for ``next()``.
    func readAhead() async throws(End) {
        let event = try await next()
        state.withLock { $0.readAhead = event }
    }

    private func step() throws(End) -> ConverseStreamEvent? {
        try state.withLock { state throws(End) in
            if let event = state.readAhead.take() { return event }
            if let end = state.end { throw end }
            do throws(End) {
                return try state.decode(policy)
            } catch {
                state.end = error
                throw error
            }
        }
    }

    private func take(_ chunk: BodyChunk?) throws(End) {
        try state.withLock { state throws(End) in
            guard let chunk else { return try state.finish() }
            state.time = chunk.time
            state.decoder.feed(chunk.bytes)
        }
    }

    private func stop(_ end: End) -> End {
        state.withLock { state in
            if state.end == nil { state.end = end }
            return end
        }
    }
}

extension StreamReader.State {
    fileprivate mutating func decode(_ policy: StreamOrderPolicy) throws(StreamReader.End) -> ConverseStreamEvent? {
        let offset = decoder.offset
        let message: EventStreamMessage?
        do {
            message = try decoder.next()
        } catch {
            throw .failure(StreamFailure(error))
        }
        guard let message else { return nil }
        return try event(message, offset, policy)
    }

    private mutating func event(
        _ message: EventStreamMessage, _ offset: Int, _ policy: StreamOrderPolicy
    ) throws(StreamReader.End) -> ConverseStreamEvent {
        let event: ConverseStreamEvent
        do {
            event = try ConverseStreamEvent(message, offset: offset, time: time)
        } catch {
            throw .failure(error)
        }
        if let exception = StreamException(event) { throw .exception(exception.refusal) }
        if let fault = order.note(event.output), policy == .required {
            throw .failure(StreamFailure(.disorder, offset: offset, reason: fault))
        }
        return event
    }

    /// The body has ended: whether the stream had.
    fileprivate mutating func finish() throws(StreamReader.End) {
        hasEnded = true
        do throws(StreamReader.End) {
            do throws(EventStreamError) {
                try decoder.finish()
            } catch {
                throw .failure(StreamFailure(error))
            }
            guard order.hasStopped else {
                throw .failure(
                    StreamFailure(
                        .endedEarly, offset: decoder.offset,
                        reason: "the stream ended after whole frames, and messageStop had not come"))
            }
        } catch {
            end = error
            throw error
        }
    }
}
