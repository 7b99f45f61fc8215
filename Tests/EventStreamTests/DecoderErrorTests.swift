import EventStream
import Testing

/// Every way to be wrong is found, named and placed.
@Suite struct DecoderErrorTests {
    private func failure(
        _ stream: [UInt8], limits: EventStreamLimits = .standard, sourceLocation: SourceLocation = #_sourceLocation
    ) -> EventStreamError? {
        #expect(throws: EventStreamError.self, sourceLocation: sourceLocation) {
            _ = try decode([stream], limits: limits)
        }
    }

    private let good = frame(headers: [1, 0x61, 0], payload: [1, 2, 3])

    @Test func `every changed bit is noticed`() throws {
        for bit in 0..<(good.count * 8) {
            var bad = good
            bad[bit / 8] ^= 1 << (bit % 8)
            let error = try #require(failure(bad))
            let expected: EventStreamError.Code = bit / 8 < 12 ? .preludeChecksumMismatch : .messageChecksumMismatch
            #expect(error.code == expected)
            #expect(error.offset == (bit / 8 < 12 ? 8 : good.count - 4))
        }
    }

    @Test func `offsets count from the start of the stream`() throws {
        var second = good
        second[13] ^= 1
        let error = try #require(failure(good + good + second))
        #expect(error.code == .messageChecksumMismatch)
        #expect(error.offset == good.count * 3 - 4)
        #expect(error.description.hasPrefix("Event stream, byte \(good.count * 3 - 4): the message's checksum is 0x"))
    }

    @Test func `the messages before an error are given, and the error stays`() throws {
        var decoder = EventStreamDecoder()
        decoder.feed(good + [UInt8](repeating: 0x20, count: 40))
        #expect(try decoder.next() != nil)
        let first = try #require(#expect(throws: EventStreamError.self) { try decoder.next() })
        #expect(first.code == .preludeChecksumMismatch)
        decoder.feed(good)
        #expect(throws: first) { try decoder.next() }
        #expect(throws: first) { try decoder.finish() }
    }

    @Test func `a stream that ends inside a message`() throws {
        for length in 1..<good.count {
            let error = try #require(failure(good + Array(good.prefix(length))))
            #expect(error.code == .streamTruncated)
            #expect(error.offset == good.count)
            #expect(error.reason.contains("after \(length) bytes"))
        }
    }

    @Test func `lengths beyond the limits are refused before they are waited for`() throws {
        let long = Array(frame(headers: [], length: 24 * 1024 * 1024 + 128 * 1024 + 17).prefix(12))
        #expect(failure(long)?.code == .messageTooLong)
        let headers = Array(frame(headers: [], headersLength: 128 * 1024 + 1, length: 1 << 20).prefix(12))
        #expect(failure(headers)?.code == .headersTooLong)
        #expect(failure(headers)?.offset == 4)
        #expect(failure(Array(frame(headers: [], length: .init(UInt32.max)).prefix(12)))?.code == .messageTooLong)
        let small = EventStreamLimits(messageLength: good.count - 1, headersLength: 10)
        #expect(failure(good, limits: small)?.code == .messageTooLong)
        #expect(failure(good, limits: EventStreamLimits(messageLength: 100, headersLength: 2))?.code == .headersTooLong)
    }

    @Test(arguments: [0, 1, 15])
    func `a length without room for the framing`(length: Int) {
        #expect(failure(Array(frame(headers: [], length: length).prefix(12)))?.code == .messageTooShort)
        #expect(failure(Array(frame(headers: [], headersLength: 1, length: 16).prefix(12)))?.code == .messageTooShort)
    }

    @Test(arguments: [
        ("0161", EventStreamError.Code.headerTruncated, 14), ("05 6162", .headerTruncated, 13),
        ("00 00", .headerNameInvalid, 12), ("01 ff 00", .headerNameInvalid, 13), ("0161 0a", .headerTypeUnknown, 14),
        ("0161 02", .headerTruncated, 15), ("0161 03 00", .headerTruncated, 15),
        ("0161 04 000000", .headerTruncated, 15),
        ("0161 05 00000000000000", .headerTruncated, 15), ("0161 08 00", .headerTruncated, 15),
        ("0161 09 0000000000000000 00", .headerTruncated, 23), ("0161 06 00", .headerTruncated, 15),
        ("0161 06 0002 00", .headerTruncated, 17), ("0161 07 ffff 61", .headerTruncated, 17),
        ("0161 07 0002 c328", .headerValueInvalid, 17), ("0161 00 0161 01", .headerDuplicated, 15),
    ])
    func `headers that are wrong`(headers: String, code: EventStreamError.Code, offset: Int) throws {
        let error = try #require(failure(frame(headers: bytes(hexadecimal: headers), payload: [7])))
        #expect(error.code == code)
        #expect(error.offset == offset)
    }

    @Test func `random bytes never crash`() {
        var random = SeededGenerator(3)
        for _ in 0..<2000 {
            _ = try? decode([random.bytes(Int.random(in: 0...60, using: &random))])
            let size = Int.random(in: 0...40, using: &random)
            _ = try? decode([frame(headers: random.bytes(size))])
        }
    }
}
