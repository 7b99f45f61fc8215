/// Reads the headers of one frame, and says where they are wrong.
struct HeaderReader {
    /// Where the buffer begins in the stream.
    let base: Int
    /// The place in the buffer.
    var position: Int
    /// The end of the headers in the buffer.
    let end: Int

    mutating func headers(in buffer: [UInt8]) throws(EventStreamError) -> [EventStreamHeader] {
        var headers: [EventStreamHeader] = []
        headers.reserveCapacity(4)
        var names: Set<String> = []
        while position < end {
            let place = position
            let name = try name(in: buffer)
            guard isNew(name, in: headers, &names) else {
                throw error(.headerDuplicated, at: place, "the header '\(name)' comes twice.")
            }
            headers.append(EventStreamHeader(name, try value(of: name, in: buffer)))
        }
        return headers
    }

    /// Compares with the few headers of an ordinary message, and keeps a set only for a message with many.
    private func isNew(_ name: String, in headers: [EventStreamHeader], _ names: inout Set<String>) -> Bool {
        let few = 8
        if headers.count < few { return !headers.contains { $0.name == name } }
        if names.isEmpty { names = Set(headers.map(\.name)) }
        return names.insert(name).inserted
    }

    private mutating func name(in buffer: [UInt8]) throws(EventStreamError) -> String {
        let place = position
        let length = Int(try number(UInt8.self, in: buffer, "the length of a header's name"))
        guard length > 0 else { throw error(.headerNameInvalid, at: place, "a header's name is empty.") }
        let range = try range(length, "a header's name")
        guard let name = text(range, in: buffer) else {
            throw error(.headerNameInvalid, at: place + 1, "a header's name is not UTF-8.")
        }
        return name
    }

    private mutating func value(of name: String, in buffer: [UInt8]) throws(EventStreamError) -> EventStreamHeader.Value
    {
        let place = position
        // Only a failure needs words: they cost more than the value.
        func what() -> String { "the value of '\(name)'" }
        let type = try number(UInt8.self, in: buffer, "the type of '\(name)'")
        switch type {
        case 0: return .bool(true)
        case 1: return .bool(false)
        case 2: return .int8(try number(Int8.self, in: buffer, what()))
        case 3: return .int16(try number(Int16.self, in: buffer, what()))
        case 4: return .int32(try number(Int32.self, in: buffer, what()))
        case 5: return .int64(try number(Int64.self, in: buffer, what()))
        case 6: return .bytes(Array(buffer[try variable(in: buffer, what())]))
        case 7:
            guard let text = text(try variable(in: buffer, what()), in: buffer) else {
                throw error(.headerValueInvalid, at: place + 3, "\(what()) is not UTF-8.")
            }
            return .string(text)
        case 8: return .timestamp(milliseconds: try number(Int64.self, in: buffer, what()))
        case 9:
            let high = try number(UInt64.self, in: buffer, what())
            return .uuid(EventStreamUUID(high: high, low: try number(UInt64.self, in: buffer, what())))
        default: throw error(.headerTypeUnknown, at: place, "'\(name)' has the type \(type); types are 0 to 9.")
        }
    }

    private mutating func variable(
        in buffer: [UInt8], _ what: @autoclosure () -> String
    ) throws(EventStreamError) -> Range<Int> {
        let length = Int(try number(UInt16.self, in: buffer, "the length of \(what())"))
        return try range(length, what())
    }

    private mutating func number<Number: FixedWidthInteger>(
        _ type: Number.Type, in buffer: [UInt8], _ what: @autoclosure () -> String
    ) throws(EventStreamError) -> Number {
        let size = Number.bitWidth / 8
        guard end - position >= size else { throw truncated(what(), size) }
        defer { position += size }
        return buffer.bigEndian(at: position, as: type)
    }

    private mutating func range(
        _ count: Int, _ what: @autoclosure () -> String
    ) throws(EventStreamError) -> Range<Int> {
        guard end - position >= count else { throw truncated(what(), count) }
        defer { position += count }
        return position..<(position + count)
    }

    /// The bytes as text, or `nil` when they are not UTF-8.
    private func text(_ range: Range<Int>, in buffer: [UInt8]) -> String? {
        guard let valid = try? UTF8Span(validating: buffer.span.extracting(range)) else { return nil }
        return String(copying: valid)
    }

    private func truncated(_ what: String, _ size: Int) -> EventStreamError {
        error(
            .headerTruncated, at: position,
            "\(what) takes \(size) bytes, and \(end - position) are left of the headers.")
    }

    private func error(_ code: EventStreamError.Code, at place: Int, _ reason: String) -> EventStreamError {
        EventStreamError(code: code, offset: base + place, reason: reason)
    }
}
