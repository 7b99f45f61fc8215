import EventStream

/// What is wrong with a stream that another client has received, as far as somebody kept it.
package struct StreamReview {
    /// One event without its frame, as clients log it.
    package struct Event: Sendable, Hashable {
        /// `:event-type` and the others.
        package var headers: [String: String]
        package var payload: [UInt8]

        package init(headers: [String: String], payload: [UInt8] = []) {
            self.headers = headers
            self.payload = payload
        }
    }

    /// The kinds of fault.
    package enum Fault: Sendable {
        /// The service ended the stream with an exception.
        case refusal(ServiceRefusal)
        case failure(StreamFailure)
    }

    private var order = StreamOrder()

    private init() {}

    /// The first fault in the bytes of a body; `nil` when the stream is whole.
    package static func fault(in bytes: [UInt8]) -> Fault? {
        var review = StreamReview()
        var decoder = EventStreamDecoder()
        decoder.feed(bytes)
        do throws(EventStreamError) {
            while true {
                let offset = decoder.offset
                guard let message = try decoder.next() else { break }
                if let fault = review.fault(of: message, offset: offset) { return fault }
            }
            try decoder.finish()
        } catch {
            // What stands behind a stream that is whole came from whoever kept it.
            return review.order.hasStopped && error.code == .streamTruncated ? nil : .failure(StreamFailure(error))
        }
        return review.end(offset: decoder.offset)
    }

    /// The first fault in the events of a stream; `nil` when it is whole.
    package static func fault(in events: [Event]) -> Fault? {
        var review = StreamReview()
        var offset = 0
        for event in events {
            let message = EventStreamMessage(
                headers: event.headers.map { EventStreamHeader($0.key, .string($0.value)) }, payload: event.payload)
            if let fault = review.fault(of: message, offset: offset) { return fault }
            offset += event.payload.count
        }
        return review.end(offset: offset)
    }

    private mutating func fault(of message: EventStreamMessage, offset: Int) -> Fault? {
        do throws(StreamFailure) {
            let event = try ConverseStreamEvent(message, offset: offset, time: .zero)
            if let exception = StreamException(event) { return .refusal(exception.refusal) }
            guard let fault = order.note(event.output) else { return nil }
            return .failure(StreamFailure(.disorder, offset: offset, reason: fault))
        } catch {
            return .failure(error)
        }
    }

    private func end(offset: Int) -> Fault? {
        guard !order.hasStopped else { return nil }
        return .failure(
            StreamFailure(
                .endedEarly, offset: offset,
                reason: "the stream ended after whole frames, and messageStop had not come"))
    }
}
