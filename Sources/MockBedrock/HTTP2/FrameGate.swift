import NIOCore

/// Holds back the frames of a connection of HTTP/2 that nobody else counts.
///
/// The library keeps what comes in frames of unknown types until the connection ends, and works off any number of
/// WINDOW_UPDATE and GOAWAY frames. The former are dropped here (RFC 9113, section 5.5), and the latter need credit that
/// answers earn: a client opens its windows for what it has read.
final class FrameGate: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// How many such frames a client may send before any answer.
    static let firstCredit = 10_000
    /// For how many bytes of answers it may send one more: most send two for each frame of a body, which may hold one event of
    /// a hundred bytes.
    static let bytesEarning = 32

    private let overrun: () -> Void
    /// The beginning of a frame's head whose rest has not come.
    private var pending = ByteBuffer()
    private var walk = FrameWalk()
    private var isDropped = false
    /// Whether the frames of a block of fields are coming, among which no other may stand (section 4.3).
    private var isInBlock = false
    private var credit = FrameGate.firstCredit
    private var bytesSent = 0
    private var isClosed = false
    private var settings = SettingsAgreement()

    /// - Parameter overrun: Ends a connection whose client has no credit left; nothing that it sends is read any more.
    init(overrun: @escaping () -> Void) {
        self.overrun = overrun
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosed else { return }
        var bytes = unwrapInboundIn(data)
        if pending.readableBytes > 0 {
            pending.writeBuffer(&bytes)
            bytes = pending
            pending = ByteBuffer()
        }
        // The bytes from the beginning that pass: as many frames at once as there are.
        var passing = 0
        while true {
            let part = walk.take(of: bytes.readableBytes - passing)
            if isDropped {
                pass(passing, of: &bytes, context)
                bytes.moveReaderIndex(forwardBy: part)
                passing = 0
            } else {
                passing += part
            }
            guard let head = walk.head(in: bytes, at: bytes.readerIndex + passing) else { break }
            if settings.anticipates(before: head) {
                pass(passing, of: &bytes, context)
                passing = 0
                context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: FrameHead.acknowledgement.bytes)))
            }
            guard admit(head) else { return close() }
        }
        pass(passing, of: &bytes, context)
        // Copied, so that a few bytes do not keep the buffer of many.
        pending.writeBytes(bytes.readableBytesView)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        bytesSent += unwrapOutboundIn(data).readableBytes
        credit += bytesSent / Self.bytesEarning
        bytesSent %= Self.bytesEarning
        context.write(data, promise: promise)
    }

    /// Begins a frame; false if the client has no credit for it.
    private func admit(_ head: FrameHead) -> Bool {
        if head.opensBlock { isInBlock = !head.endsBlock }
        if head.isContinuation, head.endsBlock { isInBlock = false }
        // What breaks HTTP/2 is left to the library, which says so.
        let isUnknown = !head.isKnown && head.length <= FrameHead.mostBytes
        isDropped = !isInBlock && (isUnknown || settings.isRepeated(head))
        walk.begin(head)
        guard head.needsCredit else { return true }
        credit -= 1
        return credit >= 0
    }

    private func pass(_ count: Int, of bytes: inout ByteBuffer, _ context: ChannelHandlerContext) {
        guard count > 0, let slice = bytes.readSlice(length: count) else { return }
        context.fireChannelRead(wrapInboundOut(slice))
    }

    private func close() {
        isClosed = true
        overrun()
    }
}

extension FrameHead {
    /// Whether RFC 9113 has its type; clients have no use for those of other documents.
    fileprivate var isKnown: Bool { type <= Kind.continuation }

    /// Whether it is the first of a block of fields, as HEADERS and PUSH_PROMISE are.
    fileprivate var opensBlock: Bool { isHeaders || type == Kind.pushPromise }

    /// Whether it costs work, asks nothing, and is not counted by the library.
    fileprivate var needsCredit: Bool { type == Kind.windowUpdate || type == Kind.goAway }
}
