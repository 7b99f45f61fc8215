import EventStream

extension Measurement {
    /// Decoding a stream of deltas of a few words each, as models send them.
    static let eventStream = Measurement(
        name: "event-stream", title: "decode an event stream (400 frames of 191 bytes)",
        baselineTitle: "CRC-32 of the same bytes alone", budget: 7, bytes: stream.count,
        work: { count in
            for _ in 0..<count {
                var decoder = EventStreamDecoder()
                decoder.feed(stream)
                var frames = 0
                while let message = read(&decoder) {
                    keep(message)
                    frames += 1
                }
                guard frames == 400 else { fatalError("the benchmark's stream has lost frames") }
            }
        },
        baseline: { count in
            for _ in 0..<count { keep(CRC32.checksum(stream.span)) }
        })

    private static let stream: [UInt8] = {
        var bytes: [UInt8] = []
        for number in 100..<500 {
            let payload =
                #"{"contentBlockIndex":0,"delta":{"text":" about words"},"p":"abcdefghijklmnopqrstuvwx\#(number)"}"#
            let message = EventStreamMessage(
                headers: [
                    EventStreamHeader(":event-type", .string("contentBlockDelta")),
                    EventStreamHeader(":content-type", .string("application/json")),
                    EventStreamHeader(":message-type", .string("event")),
                ], payload: Array(payload.utf8))
            do {
                try EventStreamEncoder().append(message, to: &bytes)
            } catch {
                fatalError("the benchmark's frame cannot be encoded: \(error)")
            }
        }
        return bytes
    }()

    private static func read(_ decoder: inout EventStreamDecoder) -> EventStreamMessage? {
        do {
            return try decoder.next()
        } catch {
            fatalError("the benchmark's stream cannot be decoded: \(error)")
        }
    }
}
