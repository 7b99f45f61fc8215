/// Writes messages as `application/vnd.amazon.eventstream` frames.
///
/// A frame is: total length (4 bytes), headers length (4), CRC-32 of those eight bytes (4), headers, payload, CRC-32 of
/// everything before it (4). All numbers are big-endian.
/// Source: Amazon Event Stream Specification (Smithy).
public struct EventStreamEncoder: Sendable {
    /// The lengths of the framing: prelude with its checksum, and the checksum at the end.
    static let preludeLength = 12
    static let framingLength = 16

    /// The longest text or byte array in a header.
    ///
    /// The field has 16 bits, and AWS's own C library reads it as signed.
    static let longestValue = Int(Int16.max)

    private let limits: EventStreamLimits

    /// Makes an encoder.
    public init(limits: EventStreamLimits = .standard) { self.limits = limits }

    /// The bytes of one frame.
    ///
    /// - Throws: ``EventStreamError`` when a header or a length cannot be written.
    public func encode(_ message: EventStreamMessage) throws(EventStreamError) -> [UInt8] {
        var frame: [UInt8] = []
        try append(message, to: &frame)
        return frame
    }

    /// Appends one frame to bytes; they are unchanged when it throws.
    ///
    /// - Throws: ``EventStreamError`` when a header or a length cannot be written.
    public func append(_ message: EventStreamMessage, to bytes: inout [UInt8]) throws(EventStreamError) {
        let headers = try encode(message.headers)
        guard headers.count <= limits.headersLength else {
            throw EventStreamError(
                code: .headersTooLong, offset: Self.preludeLength,
                reason: "the headers take \(headers.count) bytes, and the limit is \(limits.headersLength).")
        }
        let length = Self.framingLength + headers.count + message.payload.count
        guard length <= limits.messageLength, let total = UInt32(exactly: length) else {
            throw EventStreamError(
                code: .messageTooLong, offset: 0,
                reason: "the message takes \(length) bytes, and the limit is \(limits.messageLength).")
        }
        let start = bytes.count
        bytes.reserveCapacity(start + length)
        bytes.append(bigEndian: total)
        bytes.append(bigEndian: UInt32(headers.count))
        bytes.append(bigEndian: checksum(bytes, from: start))
        bytes += headers
        bytes += message.payload
        bytes.append(bigEndian: checksum(bytes, from: start))
    }

    private func checksum(_ bytes: [UInt8], from start: Int) -> UInt32 {
        var crc = CRC32()
        crc.update(bytes.span, from: start, to: bytes.count)
        return crc.value
    }

    private func encode(_ headers: [EventStreamHeader]) throws(EventStreamError) -> [UInt8] {
        var bytes: [UInt8] = []
        var names: Set<String> = []
        for header in headers {
            let place = Self.preludeLength + bytes.count
            guard names.insert(header.name).inserted else {
                throw EventStreamError(
                    code: .headerDuplicated, offset: place, reason: "the header '\(header.name)' comes twice.")
            }
            let name = Array(header.name.utf8)
            guard let length = UInt8(exactly: name.count), length > 0 else {
                throw EventStreamError(
                    code: .headerNameInvalid, offset: place,
                    reason: "a header's name takes 1 to 255 bytes, and this one \(name.count).")
            }
            bytes.append(length)
            bytes += name
            bytes.append(header.value.wireType)
            try append(header, to: &bytes)
        }
        return bytes
    }

    private func append(_ header: EventStreamHeader, to bytes: inout [UInt8]) throws(EventStreamError) {
        switch header.value {
        case .bool: break
        case .int8(let value): bytes.append(bigEndian: value)
        case .int16(let value): bytes.append(bigEndian: value)
        case .int32(let value): bytes.append(bigEndian: value)
        case .int64(let value), .timestamp(let value): bytes.append(bigEndian: value)
        case .bytes(let value): try append(value, of: header, to: &bytes)
        case .string(let value): try append(Array(value.utf8), of: header, to: &bytes)
        case .uuid(let value):
            bytes.append(bigEndian: value.high)
            bytes.append(bigEndian: value.low)
        }
    }

    private func append(
        _ value: [UInt8], of header: EventStreamHeader, to bytes: inout [UInt8]
    ) throws(EventStreamError) {
        guard value.count <= Self.longestValue else {
            throw EventStreamError(
                code: .headerValueTooLong, offset: Self.preludeLength + bytes.count,
                reason: "the value of '\(header.name)' has \(value.count) bytes; at most \(Self.longestValue) fit.")
        }
        bytes.append(bigEndian: UInt16(value.count))
        bytes += value
    }
}

extension [UInt8] {
    /// Appends the bytes of a number, the most significant first.
    mutating func append(bigEndian value: some FixedWidthInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
