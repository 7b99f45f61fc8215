import NIOCore

/// Keeps each request head as received, in front of the HTTP decoder.
///
/// Bytes go to the decoder one request at a time: first the whole head, then the body, whose length is known by
/// then from what the decoder said about the head. So a head is never mixed up with the bytes around it, however
/// the client pipelines. While a request is being answered nothing is passed on, and reading stops, which pushes
/// back on a client that sends faster than it is answered.
final class RawHeadHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Phase {
        case head(HeadScanner)
        case length(remaining: Int)
        case chunks(ChunkScanner)
        case answering
        case closed
        /// The client speaks HTTP/2; its bytes wait for the handlers of that.
        case switching
    }

    private let headBytes: Int
    private var phase = Phase.head(HeadScanner())
    private var pending = ByteBuffer()
    private var context: ChannelHandlerContext?
    private var isPumping = false
    private var heldRead = false
    private var announcedHead = false
    /// Why each request of this connection is refused.
    private var refusal: HTTPFault?
    /// Whether a request came on this connection.
    private var isFresh = true
    /// Puts the handlers of HTTP/2 in place of those of HTTP/1.1.
    private let switchProtocol: (ChannelHandlerContext) -> Void
    /// Where the server is a proxy: which hosts it answers for, and how a tunnel to one is made.
    private let proxy: (gate: ProxyGate, open: (ChannelHandlerContext, ServerIdentity) -> Void)?
    private var isTunnel = false

    /// The bytes of the current request's head.
    private(set) var head: [UInt8] = []
    /// The same, split into its parts; nil when that cannot be done.
    private(set) var received: ReceivedHead?
    /// How the body of the current request is delimited; nil when the head is to be refused.
    private(set) var framing: RequestFraming?
    /// Whether the body went to the decoder together with the head.
    private(set) var passedWhole = false
    /// Takes the requests that need no parser; nil once it has left the pipeline.
    weak var plainTaker: ExchangeHandler?
    private let memory: HeadMemory
    /// Set by the exchange when it has taken the current head.
    var tookHead = false
    /// Set by the exchange when the decoder reports the end of the current request.
    var sawEnd = false

    /// - Parameters:
    ///   - headBytes: how long a head may be.
    ///   - memory: what is remembered of the heads before.
    ///   - proxy: which hosts the server answers for as a proxy, and what to do when a tunnel is asked for.
    ///   - switchProtocol: what to do when the connection begins as one of HTTP/2 does.
    init(
        headBytes: Int, memory: HeadMemory = HeadMemory(),
        proxy: (gate: ProxyGate, open: (ChannelHandlerContext, ServerIdentity) -> Void)? = nil,
        switchProtocol: @escaping (ChannelHandlerContext) -> Void
    ) {
        self.headBytes = headBytes
        self.memory = memory
        self.proxy = proxy
        self.switchProtocol = switchProtocol
    }

    /// Whether bytes of a further request wait.
    var hasPendingBytes: Bool { pending.readableBytes > 0 }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .closed = phase { return }
        var bytes = unwrapInboundIn(data)
        if pending.readableBytes == 0 {
            pending = bytes
        } else {
            pending.writeBuffer(&bytes)
        }
        pump(context: context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is PlainTextEvent { refusal = .notEncrypted } else { context.fireUserInboundEventTriggered(event) }
    }

    func read(context: ChannelHandlerContext) {
        if isHolding {
            heldRead = true
        } else {
            context.read()
        }
    }

    /// Nothing more is read while a further request waits for the one that is being answered.
    private var isHolding: Bool {
        if case .answering = phase { return hasPendingBytes }
        return false
    }

    /// Goes on with the next request, once the last one is answered.
    func resume() {
        guard let context, case .answering = phase else { return }
        phase = .head(HeadScanner())
        head = []
        received = nil
        announcedHead = false
        if !isPumping { pump(context: context) }
        releaseRead(context)
    }

    /// Drops whatever else the client sends.
    func close() {
        phase = .closed
        pending.clear()
        if let context { releaseRead(context) }
    }

    private func releaseRead(_ context: ChannelHandlerContext) {
        guard heldRead, !isHolding else { return }
        heldRead = false
        context.read()
    }

    private func pump(context: ChannelHandlerContext) {
        isPumping = true
        defer {
            isPumping = false
            // An emptied buffer would keep its storage from being used for the next read.
            if !hasPendingBytes { pending = ByteBuffer() }
        }
        while pending.readableBytes > 0 {
            switch phase {
            case .head(var scanner):
                if scanner.scanned == 0, let fault = fault(inFirst: pending.getInteger(at: pending.readerIndex)) {
                    context.fireErrorCaught(fault)
                    return
                }
                guard let end = scanner.endOfHead(in: pending.readableBytesUInt8Span) else {
                    phase = .head(scanner)
                    if pending.readableBytes > headBytes {
                        context.fireErrorCaught(HTTPFault.headTooLarge(headBytes))
                    } else if !announcedHead {
                        announcedHead = true
                        context.fireUserInboundEventTriggered(HeadBeganEvent())
                    }
                    return
                }
                guard end <= headBytes else {
                    context.fireErrorCaught(HTTPFault.headTooLarge(headBytes))
                    return
                }
                passHead(end, scanner, context: context)
            case .length(let remaining):
                let count = min(remaining, pending.readableBytes)
                // Set before passing on: with the last byte the request may be answered at once.
                phase = count == remaining ? .answering : .length(remaining: remaining - count)
                pass(count, context: context)
                if count == remaining { checkEnd(context: context) }
            case .chunks(var scanner):
                do throws(ChunkScanner.Fault) {
                    let count = try scanner.advance(over: pending.readableBytesView)
                    phase = scanner.isDone ? .answering : .chunks(scanner)
                    pass(count, context: context)
                    if scanner.isDone { checkEnd(context: context) }
                } catch {
                    context.fireErrorCaught(HTTPFault.malformedBody)
                    return
                }
            case .answering, .closed, .switching:
                return
            }
        }
    }

    /// What a client of HTTP/2 begins with (RFC 9113, section 3.4), up to the first empty line in it.
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\n".utf8)

    /// Gives the bytes that came since the connection was found to speak HTTP/2.
    func takePending() -> ByteBuffer {
        defer { pending = ByteBuffer() }
        return pending
    }

    /// What no request can begin with; waiting for the end of its head would leave the client hanging.
    private func fault(inFirst byte: UInt8?) -> HTTPFault? {
        switch byte {
        // The record type of a TLS handshake (RFC 8446, section 5.1).
        case 0x16: .encrypted
        case UInt8(ascii: "\r"), UInt8(ascii: "\n"), nil: nil
        case let byte?: byte > 0x20 && byte < 0x7F ? nil : .malformedHead()
        }
    }

    private func passHead(_ count: Int, _ scanner: HeadScanner, context: ChannelHandlerContext) {
        // An empty line before a request line (RFC 9112, section 2.2) looks like a head of its own.
        guard let bytes = pending.getBytes(at: pending.readerIndex, length: count), bytes.count > 2 else {
            pending.moveReaderIndex(forwardBy: count)
            phase = .head(HeadScanner())
            return
        }
        if let refusal {
            head = bytes
            return context.fireErrorCaught(refusal)
        }
        if isFresh {
            isFresh = false
            guard bytes != Self.preface else {
                phase = .switching
                return switchProtocol(context)
            }
        }
        head = bytes
        let reading = scanner.needsRepair ? nil : memory.reader.read(bytes)
        received = reading?.head ?? ReceivedHead(bytes)
        if let proxy, let received {
            do throws(HTTPFault) {
                if received.method == "CONNECT", !isTunnel {
                    let identity = try proxy.gate.identity(forTunnel: received)
                    pending.moveReaderIndex(forwardBy: count)
                    becomeTunnel()
                    return proxy.open(context, identity)
                }
                if let fault = proxy.gate.refusal(of: received) { throw fault }
            } catch {
                return context.fireErrorCaught(error)
            }
        }
        if let reading, pending.readableBytes - count >= reading.bodyLength, let plainTaker {
            return take(reading, behind: count, plainTaker)
        }
        framing = received.flatMap { $0.hasOneHost ? RequestFraming($0) : nil }
        (sawEnd, tookHead) = (false, false)
        phase = .answering
        // A body that has come is passed on together with its head: most have.
        passedWhole = false
        if scanner.needsRepair {
            pending.moveReaderIndex(forwardBy: count)
            pass(ByteBuffer(bytes: RepairedHead.bytes(head)), context: context)
        } else if case .length(let length)? = framing, length > 0, pending.readableBytes - count >= length {
            passedWhole = true
            pass(count + length, context: context)
            return checkEnd(context: context)
        } else {
            pass(count, context: context)
        }
        guard case .answering = phase else { return }
        switch tookHead ? framing : nil {
        case .length(let length) where length > 0: phase = .length(remaining: length)
        case .chunked: phase = .chunks(ChunkScanner(overhead: headBytes))
        case .none?, .length?: checkEnd(context: context)
        case nil: context.fireErrorCaught(HTTPFault.malformedHead())
        }
    }

    /// Hands over a request that has come whole, without a parser between.
    private func take(_ reading: PlainHeadReader.Reading, behind count: Int, _ taker: ExchangeHandler) {
        let body = pending.getBytes(at: pending.readerIndex + count, length: reading.bodyLength) ?? []
        pending.moveReaderIndex(forwardBy: count + reading.bodyLength)
        // Set before: it may be answered at once.
        phase = .answering
        taker.take(reading.head, body: body)
    }

    /// What comes next belongs to another connection, inside this one.
    private func becomeTunnel() {
        isTunnel = true
        isFresh = true
        phase = .head(HeadScanner())
        head = []
        received = nil
        announcedHead = false
    }

    private func pass(_ count: Int, context: ChannelHandlerContext) {
        guard let slice = pending.readSlice(length: count) else { return }
        pass(slice, context: context)
    }

    private func pass(_ slice: ByteBuffer, context: ChannelHandlerContext) {
        context.fireChannelRead(wrapInboundOut(slice))
        context.fireChannelReadComplete()
    }

    /// The parser and this handler must agree on where a request ends, else a second request could hide in a body.
    private func checkEnd(context: ChannelHandlerContext) {
        guard case .answering = phase, !sawEnd else { return }
        context.fireErrorCaught(HTTPFault.malformedBody)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // The decoder was told after each slice already.
    }
}

/// Tells the exchange that a part of a request head has arrived, so that the rest must follow in time.
struct HeadBeganEvent: Sendable {}
