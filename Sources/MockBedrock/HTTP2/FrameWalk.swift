import NIOCore

/// Goes through what a client of HTTP/2 sends by the heads of its frames: how much is still to come of what has begun, and which
/// frame begins behind it.
struct FrameWalk {
    /// How many bytes are still to come of what has begun; at first it is the client's preface (RFC 9113, section 3.4).
    private(set) var remaining = 24

    /// Takes of the bytes that are there those which belong to what has begun; gives their number.
    mutating func take(of readable: Int) -> Int {
        let part = min(remaining, readable)
        remaining -= part
        return part
    }

    /// The head that begins at a place; `nil` while more is to come of what has begun, or of the head.
    func head(in bytes: ByteBuffer, at place: Int) -> FrameHead? {
        remaining == 0 ? FrameHead(in: bytes, at: place) : nil
    }

    /// Goes on to a frame, its head included.
    mutating func begin(_ head: FrameHead) { remaining = FrameHead.size + head.length }
}
