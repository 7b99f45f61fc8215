/// Reads `application/vnd.amazon.eventstream` frames from bytes that come in pieces of any size.
///
/// Give it what has come with ``feed(_:)-([UInt8])``, take messages with ``next()`` until it returns `nil`, and call
/// ``finish()`` at the end of the stream. Both checksums and all lengths are checked before anything is believed; after
/// an error there is no way to find the next frame, and the same error is thrown again.
public struct EventStreamDecoder: Sendable {
    private let limits: EventStreamLimits
    private var buffer: [UInt8] = []
    /// Where the frame to read begins in `buffer`.
    private var start = 0
    /// Where `buffer` begins in the stream.
    private var base = 0
    /// The prelude of the frame to read, once it has come and been checked.
    private var prelude: Prelude?
    private var failure: EventStreamError?
    /// The headers of the last message, and their bytes.
    ///
    /// Most messages of a stream have the same: to compare bytes costs a tenth of reading them.
    private var known: (bytes: [UInt8], headers: [EventStreamHeader]) = ([], [])

    private struct Prelude {
        let messageLength: Int
        let headersLength: Int
    }

    /// Makes a decoder at the start of a stream.
    public init(limits: EventStreamLimits = .standard) { self.limits = limits }

    /// How many bytes of the stream have been read as whole messages.
    public var offset: Int { base + start }

    /// Adds bytes of the stream.
    public mutating func feed(_ bytes: Span<UInt8>) {
        discardRead()
        let start = buffer.count
        buffer += repeatElement(0, count: bytes.count)
        var target = buffer.mutableSpan
        for index in bytes.indices { target[start + index] = bytes[index] }
    }

    /// Adds bytes of the stream.
    public mutating func feed(_ bytes: [UInt8]) {
        if start == buffer.count {
            // Nothing waits for more: the bytes are read where they are.
            base += start
            start = 0
            buffer = bytes
        } else {
            discardRead()
            buffer += bytes
        }
    }

    /// The next message; `nil` when it has not come whole.
    ///
    /// - Throws: ``EventStreamError`` with the offset in the stream.
    public mutating func next() throws(EventStreamError) -> EventStreamMessage? {
        if let failure { throw failure }
        do throws(EventStreamError) {
            return try read()
        } catch {
            failure = error
            throw error
        }
    }

    /// Says that the stream has ended.
    ///
    /// - Throws: ``EventStreamError`` when it ended inside a message, or had failed before.
    public func finish() throws(EventStreamError) {
        if let failure { throw failure }
        let left = buffer.count - start
        guard left > 0 else { return }
        let wanted = prelude.map { "a message of \($0.messageLength) bytes" } ?? "a prelude of 12 bytes"
        throw EventStreamError(
            code: .streamTruncated, offset: offset,
            reason: "the stream ended after \(left) bytes of \(wanted).")
    }

    private mutating func read() throws(EventStreamError) -> EventStreamMessage? {
        if prelude == nil { prelude = try readPrelude() }
        guard let prelude, buffer.count - start >= prelude.messageLength else { return nil }
        let end = start + prelude.messageLength
        let checksumStart = end - 4
        try compareChecksum(from: start, to: checksumStart, code: .messageChecksumMismatch, of: "message")
        let headersStart = start + EventStreamEncoder.preludeLength
        let headersEnd = headersStart + prelude.headersLength
        if !Self.areEqual(buffer.span.extracting(headersStart..<headersEnd), known.bytes.span) {
            var reader = HeaderReader(base: base, position: headersStart, end: headersEnd)
            known = (Array(buffer[headersStart..<headersEnd]), try reader.headers(in: buffer))
        }
        let message = EventStreamMessage(headers: known.headers, payload: Array(buffer[headersEnd..<checksumStart]))
        start = end
        self.prelude = nil
        return message
    }

    /// Whether two stretches of bytes are the same; without a branch for each, so that many are compared at once.
    private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }

    private func readPrelude() throws(EventStreamError) -> Prelude? {
        guard buffer.count - start >= EventStreamEncoder.preludeLength else { return nil }
        // First the checksum: a length that is not what was sent must not be waited for.
        try compareChecksum(from: start, to: start + 8, code: .preludeChecksumMismatch, of: "prelude")
        let messageLength = Int(buffer.bigEndian(at: start, as: UInt32.self))
        let headersLength = Int(buffer.bigEndian(at: start + 4, as: UInt32.self))
        guard messageLength <= limits.messageLength else {
            throw EventStreamError(
                code: .messageTooLong, offset: offset,
                reason: "the message announces \(messageLength) bytes, and the limit is \(limits.messageLength).")
        }
        guard headersLength <= limits.headersLength else {
            throw EventStreamError(
                code: .headersTooLong, offset: offset + 4,
                reason: "the headers announce \(headersLength) bytes, and the limit is \(limits.headersLength).")
        }
        guard messageLength >= EventStreamEncoder.framingLength + headersLength else {
            throw EventStreamError(
                code: .messageTooShort, offset: offset,
                reason: "the message announces \(messageLength) bytes, and 16 of framing and \(headersLength) of "
                    + "headers do not fit into them.")
        }
        return Prelude(messageLength: messageLength, headersLength: headersLength)
    }

    private func compareChecksum(
        from first: Int, to end: Int, code: EventStreamError.Code, of what: String
    ) throws(EventStreamError) {
        var crc = CRC32()
        crc.update(buffer.span, from: first, to: end)
        let announced = buffer.bigEndian(at: end, as: UInt32.self)
        guard announced == crc.value else {
            throw EventStreamError(
                code: code, offset: base + end,
                reason: "the \(what)'s checksum is \(announced.hexadecimal), and its bytes give "
                    + "\(crc.value.hexadecimal).")
        }
    }

    /// Drops what has been read, when it is most of the buffer: so that each byte is moved a constant number of times.
    private mutating func discardRead() {
        guard start > 0, start >= buffer.count / 2 else { return }
        buffer.removeFirst(start)
        base += start
        start = 0
    }
}

extension [UInt8] {
    /// The number whose bytes begin at the index, the most significant first.
    func bigEndian<Number: FixedWidthInteger>(at index: Int, as type: Number.Type) -> Number {
        var value: Number = 0
        for position in index..<(index + Number.bitWidth / 8) {
            value =
                Number.bitWidth == 8 ? Number(truncatingIfNeeded: self[position]) : value << 8 | Number(self[position])
        }
        return value
    }
}
