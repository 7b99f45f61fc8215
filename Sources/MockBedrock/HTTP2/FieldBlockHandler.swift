import NIOCore

/// Sees each block of fields of a connection of HTTP/2 whole, before the library decodes it.
///
/// Everything is passed on as it came, but for blocks in which a field has no name, and a block that has not come to its end
/// is kept back: so the connection knows that one is on its way, and can end the wait for it.
final class FieldBlockHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let mostBytes: Int
    private let awaits: (Bool) -> Void
    private var pending = ByteBuffer()
    /// Over what is passed on as it is.
    private var walk = FrameWalk()
    /// Whether what is passed on belongs to a stream, which has a limit of its own.
    private var isOfStream = false
    private var block: FieldBlock?
    /// The bytes of the frames of that block which have come whole.
    private var blockBytes = 0
    /// Whether what comes is the library's business only, since it breaks HTTP/2.
    private var isBroken = false
    /// Whether a block was too large, behind which nothing more is read.
    private var isOver = false

    /// - Parameters:
    ///   - mostBytes: How long a block may be; what is longer is not kept back.
    ///   - awaits: Gets whether a block, or another frame that belongs to no stream, has begun and not ended.
    init(mostBytes: Int, awaits: @escaping (Bool) -> Void) {
        self.mostBytes = mostBytes
        self.awaits = awaits
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        guard !isBroken else { return context.fireChannelRead(data) }
        var bytes = unwrapInboundIn(data)
        if pending.readableBytes == 0 { pending = bytes } else { pending.writeBuffer(&bytes) }
        while !isBroken, !isOver, advance(context) {}
        awaits(!isBroken && !isOver && (pending.readableBytes > 0 || walk.remaining > 0 && !isOfStream))
    }

    /// Takes what comes next; false where more must come first.
    private func advance(_ context: ChannelHandlerContext) -> Bool {
        // As much as can be passed on at once.
        var judged = 0
        while true {
            judged += walk.take(of: pending.readableBytes - judged)
            let place = pending.readerIndex + judged
            guard block == nil, let head = walk.head(in: pending, at: place), !head.isHeaders else { break }
            walk.begin(head)
            isOfStream = head.isData
        }
        pass(judged, context)
        guard let head = walk.head(in: pending, at: pending.readerIndex + blockBytes) else { return false }
        let isExpected = block.map { head.isContinuation && head.stream == $0.stream } ?? head.isHeaders
        guard isExpected, head.length <= FrameHead.mostBytes else { return giveUp(context) }
        guard blockBytes + head.length <= mostBytes else { return refuse(head, context) }
        let place = pending.readerIndex + blockBytes + FrameHead.size
        guard let payload = pending.getBytes(at: place, length: head.length) else { return false }
        if block == nil { block = FieldBlock(head, payload: payload) } else { block?.append(payload) }
        guard let block else { return giveUp(context) }
        blockBytes += FrameHead.size + head.length
        guard head.endsBlock else { return true }
        if block.isOversize(most: mostBytes) { return refuse(head, context) }
        if let renamed = block.renamed {
            pending.moveReaderIndex(forwardBy: blockBytes)
            context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: renamed)))
        } else {
            pass(blockBytes, context)
        }
        (self.block, blockBytes) = (nil, 0)
        return pending.readableBytes > 0
    }

    private func pass(_ count: Int, _ context: ChannelHandlerContext) {
        guard count > 0, let slice = pending.readSlice(length: count) else { return }
        if pending.readableBytes == 0 { pending = ByteBuffer() }
        context.fireChannelRead(wrapInboundOut(slice))
    }

    /// Puts what is refused in place of a block that is too large; false, for nothing is read behind it.
    private func refuse(_ head: FrameHead, _ context: ChannelHandlerContext) -> Bool {
        (isOver, pending) = (true, ByteBuffer())
        let frame = OversizeBlock.frame(stream: head.stream, endsStream: block?.endsStream ?? head.endsStream)
        context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: frame)))
        return false
    }

    /// Leaves everything to the library, which finds the same fault.
    private func giveUp(_ context: ChannelHandlerContext) -> Bool {
        isBroken = true
        pass(pending.readableBytes, context)
        return false
    }
}
