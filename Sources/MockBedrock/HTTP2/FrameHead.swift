import NIOCore

/// The nine bytes before the payload of a frame (RFC 9113, section 4.1).
struct FrameHead {
    let length: Int
    let type: UInt8
    private let flags: UInt8
    let stream: UInt32

    /// The bytes of a head.
    static let size = 9
    /// The longest payload that is taken: the server asks for no larger one (section 6.5.2).
    static let mostBytes = 16_384

    /// The types of frames (section 6).
    enum Kind {
        static let (data, headers, settings): (UInt8, UInt8, UInt8) = (0, 1, 4)
        static let (pushPromise, goAway, windowUpdate, continuation): (UInt8, UInt8, UInt8, UInt8) = (5, 7, 8, 9)
    }
    private enum Flag {
        static let (endStream, endHeaders, padded, priority): (UInt8, UInt8, UInt8, UInt8) = (1, 4, 8, 0x20)
        static let acknowledges: UInt8 = 1
    }

    /// Reads a head; nil where not all of it has come.
    init?(in buffer: ByteBuffer, at place: Int) {
        guard let start = buffer.getInteger(at: place, as: UInt32.self),
            let flags = buffer.getInteger(at: place + 4, as: UInt8.self),
            let stream = buffer.getInteger(at: place + 5, as: UInt32.self)
        else { return nil }
        length = Int(start >> 8)
        type = UInt8(truncatingIfNeeded: start)
        self.flags = flags
        self.stream = stream & 0x7FFF_FFFF
    }

    /// The head of a HEADERS frame.
    init(headersOf stream: UInt32, length: Int, endsStream: Bool, hasPriority: Bool, endsBlock: Bool) {
        (type, self.stream, self.length) = (Kind.headers, stream, length)
        flags =
            (endsStream ? Flag.endStream : 0) | (hasPriority ? Flag.priority : 0) | (endsBlock ? Flag.endHeaders : 0)
    }

    /// The head of a CONTINUATION frame.
    init(continuationOf stream: UInt32, length: Int, endsBlock: Bool) {
        (type, self.stream, self.length) = (Kind.continuation, stream, length)
        flags = endsBlock ? Flag.endHeaders : 0
    }

    private init(type: UInt8, flags: UInt8) { (length, self.type, self.flags, stream) = (0, type, flags, 0) }

    /// The head of a SETTINGS frame that acknowledges another, which is all of it (section 6.5).
    static let acknowledgement = FrameHead(type: Kind.settings, flags: Flag.acknowledges)

    var isSettings: Bool { type == Kind.settings }
    /// Whether it is the acknowledgement of settings, as far as its head says.
    var isAcknowledgement: Bool { isSettings && flags & Flag.acknowledges != 0 && length == 0 && stream == 0 }
    var isData: Bool { type == Kind.data }
    var isHeaders: Bool { type == Kind.headers }
    var isContinuation: Bool { type == Kind.continuation }
    var endsStream: Bool { flags & Flag.endStream != 0 }
    var endsBlock: Bool { flags & Flag.endHeaders != 0 }
    var isPadded: Bool { flags & Flag.padded != 0 }
    var hasPriority: Bool { flags & Flag.priority != 0 }

    /// The head as it goes over the wire.
    var bytes: [UInt8] {
        [length >> 16, length >> 8, length].map { UInt8(truncatingIfNeeded: $0) } + [type, flags]
            + [stream >> 24, stream >> 16, stream >> 8, stream].map { UInt8(truncatingIfNeeded: $0) }
    }
}
