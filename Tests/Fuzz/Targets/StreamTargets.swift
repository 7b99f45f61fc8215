import EventStream

extension FuzzTarget {
    /// Bytes of an event stream: the same messages come out however they come in, and go back to the same bytes.
    static let eventStream = FuzzTarget(name: "event-stream", title: "an event stream") { bytes in
        let whole = messages(of: [bytes])
        let pieces = messages(of: bytes.map { [$0] })
        hold(whole.messages == pieces.messages, "an event stream in pieces has other messages")
        hold(whole.error == pieces.error, "an event stream in pieces fails elsewhere")
        for message in whole.messages {
            guard let again = try? EventStreamEncoder().encode(message) else {
                fatalError("a message that was read cannot be written")
            }
            hold(messages(of: [again]).messages == [message], "a message that was written is read as another")
        }
    }

    private static func messages(of pieces: [[UInt8]]) -> (messages: [EventStreamMessage], error: EventStreamError?) {
        var decoder = EventStreamDecoder()
        var found: [EventStreamMessage] = []
        do throws(EventStreamError) {
            for piece in pieces {
                decoder.feed(piece)
                while let message = try decoder.next() { found.append(message) }
            }
            try decoder.finish()
        } catch {
            return (found, error)
        }
        return (found, nil)
    }
}
