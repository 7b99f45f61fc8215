import EventStream
import Testing

/// What the format cannot hold is refused, and nothing is written.
@Suite struct EncoderErrorTests {
    private func failure(_ message: EventStreamMessage, limits: EventStreamLimits = .standard) -> EventStreamError.Code?
    {
        var bytes: [UInt8] = [1, 2, 3]
        let error = #expect(throws: EventStreamError.self) {
            try EventStreamEncoder(limits: limits).append(message, to: &bytes)
        }
        #expect(bytes == [1, 2, 3])
        return error?.code
    }

    private func header(_ name: String, _ value: EventStreamHeader.Value = .bool(true)) -> EventStreamMessage {
        EventStreamMessage(headers: [EventStreamHeader(name, value)])
    }

    @Test func `names`() throws {
        #expect(failure(header("")) == .headerNameInvalid)
        #expect(failure(header(String(repeating: "\u{e9}", count: 128))) == .headerNameInvalid)
        let longest = header(String(repeating: "a", count: 255))
        #expect(try decode([try EventStreamEncoder().encode(longest)]) == [longest])
        let twice = EventStreamMessage(headers: [EventStreamHeader("a", .int8(1)), EventStreamHeader("a", .int8(1))])
        #expect(failure(twice) == .headerDuplicated)
    }

    @Test func `values`() throws {
        #expect(failure(header("a", .bytes([UInt8](repeating: 0, count: 32_768)))) == .headerValueTooLong)
        #expect(failure(header("a", .string(String(repeating: "a", count: 32_768)))) == .headerValueTooLong)
        let longest = header("a", .string(String(repeating: "a", count: 32_767)))
        #expect(try decode([try EventStreamEncoder().encode(longest)]) == [longest])
    }

    @Test func `lengths`() throws {
        let value = EventStreamHeader.Value.bytes([UInt8](repeating: 0, count: 32_767))
        let many = EventStreamMessage(headers: (0..<5).map { EventStreamHeader("\($0)", value) })
        #expect(failure(many) == .headersTooLong)
        let largest = EventStreamMessage(payload: [UInt8](repeating: 5, count: 24 * 1024 * 1024 + 128 * 1024))
        #expect(try EventStreamEncoder().encode(largest).count == 24 * 1024 * 1024 + 128 * 1024 + 16)
        #expect(failure(EventStreamMessage(payload: largest.payload + [5])) == .messageTooLong)
    }
}
