import EventStream
import JSONText

extension ContentFault {
    /// The pieces of a stream with the fault in it; nil if the stream does not have the place.
    ///
    /// - Parameters:
    ///   - pieces: the stream, cut anyhow.
    ///   - place: where the fault strikes.
    ///   - bits: what is random about it.
    func applied(to pieces: [[UInt8]], at place: EventPlace, _ bits: inout SeededBits) -> [[UInt8]]? {
        var sequence = FrameSequence(pieces)
        guard let index = sequence.index(of: place) else { return nil }
        switch self {
        case .exception(let exception):
            guard let frame = Self.frame(exception) else { return nil }
            return end(sequence, with: frame, at: place, index)
        case .errorFrame(let code):
            guard let frame = Self.errorFrame(code) else { return nil }
            return end(sequence, with: frame, at: place, index)
        case .preludeChecksum:
            sequence.frames[index].mapBytes(8..<12) { ~$0 }
            // So that nothing but the prelude's own checksum tells.
            sequence.frames[index].writeMessageChecksum()
        case .messageChecksum:
            let count = sequence.frames[index].count
            sequence.frames[index].mapBytes((count - 4)..<count) { ~$0 }
        case .oversizeLength(let length):
            sequence.frames[index].write(UInt32(truncatingIfNeeded: length), at: 0)
            let prelude = Array(sequence.frames[index].prefix(8))
            sequence.frames[index].write(CRC32.checksum(prelude.span), at: 8)
            sequence.frames[index].writeMessageChecksum()
        case .cutFrame:
            let frame = sequence.frames[index]
            return sequence.frames[..<index] + [Array(frame.prefix(frame.count / 2))]
        case .garbage(let count): sequence.frames.insert(bits.bytes(count), at: index)
        case .invalidUTF8, .invalidJSON:
            guard var message = sequence.message(index), let payload = broken(message.payload) else { return nil }
            message.payload = payload
            guard let frame = try? EventStreamEncoder().encode(message) else { return nil }
            sequence.frames[index] = frame
        case .duplicateEvent: sequence.frames.insert(sequence.frames[index], at: index)
        case .missingEvent: sequence.frames.remove(at: index)
        }
        return sequence.frames
    }

    /// The JSON of an answer in one piece with the fault in it; nil if it is not a fault of such an answer.
    func applied(to body: [UInt8]) -> [UInt8]? { appliesToWholeAnswers ? broken(body) : nil }

    private func broken(_ json: [UInt8]) -> [UInt8]? {
        var bytes = json
        switch self {
        case .invalidUTF8:
            // The last quote closes a string, so the byte before it is inside.
            guard let quote = bytes.lastIndex(of: UInt8(ascii: "\"")) else { return nil }
            bytes.insert(0xFF, at: quote)
        case .invalidJSON:
            guard !bytes.isEmpty else { return nil }
            bytes.removeLast()
        default: return nil
        }
        return bytes
    }

    /// The stream up to the place, and the frame that ends it: behind all events if there are fewer.
    private func end(
        _ sequence: FrameSequence, with frame: [UInt8], at place: EventPlace, _ index: Int
    ) -> [[UInt8]] {
        var count = index
        if case .after(let wanted) = place { count = min(wanted, sequence.frames.count) }
        return sequence.frames[..<count] + [frame]
    }

    private static func frame(_ exception: ExceptionFault) -> [UInt8]? {
        var payload: JSONObject = ["message": .string(exception.message)]
        if exception == .modelStreamError {
            payload["originalStatusCode"] = .number(JSONNumber(500))
            payload["originalMessage"] = .string("The model stopped in the middle of its answer.")
        }
        return try? EventStreamEncoder().encode(
            EventStreamMessage(
                headers: [
                    EventStreamHeader(":exception-type", .string(exception.rawValue)),
                    EventStreamHeader(":content-type", .string("application/json")),
                    EventStreamHeader(":message-type", .string("exception")),
                ],
                payload: JSONValue.object(payload).bytes(.compact)))
    }

    private static func errorFrame(_ code: String) -> [UInt8]? {
        try? EventStreamEncoder().encode(
            EventStreamMessage(headers: [
                EventStreamHeader(":message-type", .string("error")),
                EventStreamHeader(":error-code", .string(code)),
                EventStreamHeader(":error-message", .string("An internal server error occurred.")),
            ]))
    }
}

extension [UInt8] {
    fileprivate mutating func mapBytes(_ range: Range<Int>, _ change: (UInt8) -> UInt8) {
        for place in range where indices.contains(place) { self[place] = change(self[place]) }
    }

    fileprivate mutating func write(_ number: UInt32, at place: Int) {
        for offset in 0..<4 {
            mapBytes((place + offset)..<(place + offset + 1)) { _ in
                UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * offset))
            }
        }
    }

    /// Makes the checksum at the end of a frame right for the bytes before it.
    fileprivate mutating func writeMessageChecksum() {
        guard count >= 16 else { return }
        let before = Array(prefix(count - 4))
        write(CRC32.checksum(before.span), at: count - 4)
    }
}
