import EventStream

/// All messages of a stream that is fed in the given pieces.
func decode(
    _ pieces: [[UInt8]], limits: EventStreamLimits = .standard
) throws(EventStreamError) -> [EventStreamMessage] {
    var decoder = EventStreamDecoder(limits: limits)
    var messages: [EventStreamMessage] = []
    for piece in pieces {
        decoder.feed(piece)
        while let message = try decoder.next() { messages.append(message) }
    }
    try decoder.finish()
    return messages
}

/// A frame around header bytes that may be wrong, with checksums that are right.
func frame(headers: [UInt8], payload: [UInt8] = [], headersLength: Int? = nil, length: Int? = nil) -> [UInt8] {
    func big(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) } }
    var bytes = big(UInt32(length ?? 16 + headers.count + payload.count)) + big(UInt32(headersLength ?? headers.count))
    bytes += big(CRC32.checksum(bytes.span))
    bytes += headers + payload
    return bytes + big(CRC32.checksum(bytes.span))
}

func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = Array(text.filter { $0 != " " })
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
}
