import NIOCore

/// A block of fields as it is put together from a HEADERS frame and its CONTINUATION frames (RFC 9113, section 4.3).
struct FieldBlock {
    /// The stream of its frames, as the wire has it.
    let stream: UInt32
    /// Whether the request ends with it.
    let endsStream: Bool
    /// The five bytes of the priority, where there are some.
    private let priority: [UInt8]
    private var bytes: [UInt8]

    /// Begins with the payload of a HEADERS frame.
    ///
    /// - Returns: nil where the payload is shorter than its flags say.
    init?(_ head: FrameHead, payload: [UInt8]) {
        var payload = payload[...]
        if head.isPadded {
            guard let padding = payload.popFirst(), padding <= payload.count else { return nil }
            payload.removeLast(Int(padding))
        }
        let priority = head.hasPriority ? payload.prefix(5) : []
        guard !head.hasPriority || priority.count == 5 else { return nil }
        stream = head.stream
        endsStream = head.endsStream
        self.priority = Array(priority)
        bytes = Array(payload.dropFirst(priority.count))
    }

    /// Goes on with the payload of a CONTINUATION frame.
    mutating func append(_ payload: [UInt8]) { bytes += payload }

    /// Whether its fields are larger than so many bytes.
    func isOversize(most: Int) -> Bool { OversizeBlock.isOversize(bytes, most: most) }

    /// The frames of the block with a name for each field that has none; nil where all have one.
    var renamed: [UInt8]? {
        guard let block = NamelessFields.named(bytes) else { return nil }
        var rest = block[...]
        let first = rest.prefix(FrameHead.mostBytes - priority.count)
        rest = rest.dropFirst(first.count)
        var frames = FrameHead(
            headersOf: stream, length: priority.count + first.count, endsStream: endsStream,
            hasPriority: !priority.isEmpty, endsBlock: rest.isEmpty
        ).bytes
        frames += priority + first
        while !rest.isEmpty {
            let part = rest.prefix(FrameHead.mostBytes)
            rest = rest.dropFirst(part.count)
            frames += FrameHead(continuationOf: stream, length: part.count, endsBlock: rest.isEmpty).bytes + part
        }
        return frames
    }
}
