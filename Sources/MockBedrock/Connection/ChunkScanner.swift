import WireText

/// Finds the end of a chunked body in bytes that arrive in pieces (RFC 9112, section 7.1).
///
/// It only measures, so that the next request's head can be kept as received; the HTTP parser behind it decodes
/// the chunks and judges them. Both must see the same end, else the connection is closed.
package struct ChunkScanner: Sendable {
    package enum Fault: Error { case malformed }

    private enum Phase {
        case size(digits: Int, value: Int)
        case sizeLine(value: Int)
        case data(remaining: Int)
        case dataEnd
        case trailer(lineLength: Int)
        case done
    }

    private var phase = Phase.size(digits: 0, value: 0)
    /// How many bytes of extensions and trailers may still come.
    private var overhead: Int

    /// - Parameter overhead: How many bytes the extensions and trailers of a body may have together; they mean nothing here.
    package init(overhead: Int = 64 * 1024) {
        self.overhead = overhead
    }

    /// Whether the last chunk and its trailers have passed.
    package var isDone: Bool {
        if case .done = phase { return true }
        return false
    }

    /// Measures how many of the given bytes belong to the body.
    ///
    /// - Parameter bytes: The bytes that follow those of the last call.
    /// - Returns: How many of them are part of the body; fewer than given only when the body ended.
    package mutating func advance(over bytes: some RandomAccessCollection<UInt8>) throws(Fault) -> Int {
        var index = bytes.startIndex
        while index < bytes.endIndex, !isDone {
            if case .data(let remaining) = phase {
                let available = bytes.distance(from: index, to: bytes.endIndex)
                let step = min(remaining, available)
                index = bytes.index(index, offsetBy: step)
                phase = step == remaining ? .dataEnd : .data(remaining: remaining - step)
                continue
            }
            try step(over: bytes[index])
            index = bytes.index(after: index)
        }
        return bytes.distance(from: bytes.startIndex, to: index)
    }

    private mutating func step(over byte: UInt8) throws(Fault) {
        switch phase {
        case .sizeLine, .trailer:
            overhead -= 1
            guard overhead >= 0 else { throw .malformed }
        default: break
        }
        switch phase {
        case .size(let digits, let value):
            if let digit = hexValue(byte) {
                // Fifteen digits cannot overflow Int, and no chunk is that long.
                guard digits < 15 else { throw .malformed }
                phase = .size(digits: digits + 1, value: value * 16 + digit)
            } else if digits == 0 {
                throw .malformed
            } else if byte == UInt8(ascii: "\n") {
                endSizeLine(value)
            } else {
                phase = .sizeLine(value: value)
            }
        case .sizeLine(let value):
            if byte == UInt8(ascii: "\n") { endSizeLine(value) }
        case .dataEnd:
            switch byte {
            case UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"): phase = .size(digits: 0, value: 0)
            default: throw .malformed
            }
        case .trailer(let lineLength):
            switch byte {
            case UInt8(ascii: "\n"): phase = lineLength == 0 ? .done : .trailer(lineLength: 0)
            case UInt8(ascii: "\r"): break
            default: phase = .trailer(lineLength: lineLength + 1)
            }
        case .data, .done:
            break
        }
    }

    private mutating func endSizeLine(_ value: Int) {
        phase = value == 0 ? .trailer(lineLength: 0) : .data(remaining: value)
    }

    private func hexValue(_ byte: UInt8) -> Int? { byte.hexDigit.map(Int.init) }
}
