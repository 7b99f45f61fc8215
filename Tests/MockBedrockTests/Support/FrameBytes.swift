@testable import MockBedrock

/// Frames of HTTP/2 as bytes, made without the library that the server reads them with.
enum FrameBytes {
    /// What a client begins with: the preface and empty settings (RFC 9113, section 3.4).
    static let opening: [UInt8] = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + frame(4, 0, 0, [])

    /// The acknowledgement of the server's settings (section 6.5).
    static let acknowledgement: [UInt8] = frame(4, 1, 0, [])

    /// One frame (section 4.1).
    static func frame(_ type: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8]) -> [UInt8] {
        let length = payload.count
        var bytes = [length >> 16, length >> 8, length].map { UInt8($0 & 0xFF) } + [type, flags]
        bytes += [stream >> 24, stream >> 16, stream >> 8, stream].map { UInt8($0 & 0xFF) }
        return bytes + payload
    }

    /// A request without a body, whose fields are literals that enter no table (RFC 7541, section 6.2.2).
    static func request(_ stream: UInt32, flags: UInt8 = 5, also block: [UInt8] = []) -> [UInt8] {
        frame(1, flags, stream, fields + block)
    }

    /// The same over as many frames as it takes, each as long as one may be (section 4.2).
    static func requestInParts(_ stream: UInt32, also block: [UInt8]) -> [UInt8] {
        let whole = fields + block
        var frames: [UInt8] = []
        for start in stride(from: 0, to: whole.count, by: 16_384) {
            let end = min(start + 16_384, whole.count)
            let ends: UInt8 = end == whole.count ? 4 : 0
            frames += frame(start == 0 ? 1 : 9, ends | (start == 0 ? 1 : 0), stream, Array(whole[start..<end]))
        }
        return frames
    }

    /// The rest of a number that its prefix has no room for (RFC 7541, section 5.1).
    static func number(_ value: Int) -> [UInt8] {
        value < 128 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + number(value >> 7)
    }

    private static let fields: [UInt8] = {
        let fields = [(":method", "GET"), (":scheme", "http"), (":path", "/x"), (":authority", "h")]
        var literals: [UInt8] = []
        for (name, value) in fields {
            literals += [0, UInt8(name.utf8.count)] + Array(name.utf8)
            literals += [UInt8(value.utf8.count)] + Array(value.utf8)
        }
        return literals
    }()

    /// The frames that stand in bytes, each as its type, its stream and its payload.
    static func read(_ bytes: [UInt8]) -> [(type: UInt8, stream: UInt8, payload: [UInt8])] {
        var (place, found): (Int, [(UInt8, UInt8, [UInt8])]) = (0, [])
        while place + 9 <= bytes.count {
            let length = Int(bytes[place]) << 16 | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2])
            let end = min(place + 9 + length, bytes.count)
            found.append((bytes[place + 3], bytes[place + 8], Array(bytes[place + 9..<end])))
            place = end
        }
        return found
    }
}
