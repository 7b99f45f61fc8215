import NIOCore
import NIOHTTP2

/// A connection that speaks HTTP/2: its streams answer, this keeps it within its bounds and ends it.
final class HTTP2Connection: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private let core: MockCore
    private let registry: ConnectionRegistry
    private let limits: MockLimits
    /// What the heads and bodies of all its streams hold.
    let share: BodyBudget.Share
    private var context: ChannelHandlerContext?
    /// The streams that are open, each with the place from which it writes.
    private var streams: [ObjectIdentifier: (exchange: StreamExchange, context: ChannelHandlerContext)] = [:]
    private var deadline: NIODeadline = .distantFuture
    /// By when what the client has begun to send must have come; nil where it has begun nothing.
    private var blockDeadline: NIODeadline?
    private var watch: Scheduled<Void>?
    /// Whether no further stream is begun.
    private var isEnding = false
    /// Whether what came could not be read any further.
    private var isBroken = false
    /// Whether the connection closes when its last stream does.
    private var endsWithStreams = false
    /// Whether the client was told that nothing is done about its requests.
    private var isAbandoned = false

    /// How many requests a connection may have at once.
    static let mostStreams = 100
    /// How many bytes are read at a time.
    ///
    /// A hundred bytes can be a request, or name one of 64 KB by places in HPACK's table: what is read at once is answered at
    /// once, while every other connection of the loop waits.
    static let readBytes = 4096

    init(core: MockCore, registry: ConnectionRegistry, bodies: BodyBudget) {
        self.core = core
        self.registry = registry
        limits = core.limits
        share = bodies.share(free: BodyBudget.freeOfStreams)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let options = context.channel.syncOptions
        try? options?.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: Self.readBytes))
        try? options?.setOption(.maxMessagesPerRead, value: 1)
        touch()
        startWatch(context: context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
        registry.remove(context.channel)
        share.release()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is DrainEvent: end()
        // Nobody sends more requests, and most often nobody waits for answers.
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // An error of one stream goes to that stream; the rest has been answered with GOAWAY.
        if error is NIOHTTP2Errors.StreamError { return }
        // What the client had sent before it knew is no fault of it, and it has a moment to read what it was told.
        if isAbandoned { return }
        if !isBroken, BrokenHTTP2.isClients(error) {
            isBroken = true
            record(error)
        }
        context.close(promise: nil)
    }

    // MARK: Streams

    func streamOpened(_ exchange: StreamExchange, _ context: ChannelHandlerContext) {
        streams[ObjectIdentifier(exchange)] = (exchange, context)
        deadline = .distantFuture
    }

    func streamClosed(_ exchange: StreamExchange) {
        streams[ObjectIdentifier(exchange)] = nil
        touch()
        if endsWithStreams, streams.isEmpty { context?.close(promise: nil) }
    }

    /// Tells the client that no further request is taken (GOAWAY), and closes behind the last answer.
    private func end() {
        guard let context, !isEnding else { return }
        (isEnding, endsWithStreams) = (true, true)
        let sent = goAway(answered: .maxID, context: context)
        // Not before the frame has gone: in the middle of reading it waits for the end of that.
        if streams.isEmpty { sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
    }

    /// Says that nothing was done about the requests that are not being answered yet, and closes.
    ///
    /// All of them at once: behind a GOAWAY the library knows the streams that it names no more, and takes what still comes for
    /// them for an error of the connection.
    func abandon() {
        guard let context, !isAbandoned else { return }
        (isAbandoned, isEnding) = (true, true)
        let open = streams.values.compactMap { $0.exchange.unanswered(context: $0.context) }
        let before = HTTP2StreamID(max(0, Int(open.min() ?? .maxID) - 2))
        goAway(answered: before, context: context).assumeIsolated().whenComplete { _ in
            // Closing at once, while the client still sends, would reset the connection, and the frame might be lost.
            context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.cutOff(context: context) }
        }
    }

    /// Ends the streams that are left, each with a word of its own, then the connection.
    private func cutOff(context: ChannelHandlerContext) {
        for (exchange, place) in streams.values { exchange.cutOff(context: place) }
        context.close(mode: .output, promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { context.close(promise: nil) }
    }

    /// Ends the connection of a client that sends frames without end (RFC 9113, section 10.5).
    func overrun() {
        guard let context, !isBroken else { return }
        (isBroken, isEnding) = (true, true)
        core.record(core.reject(BrokenHTTP2.flood, method: nil, target: nil), latency: .zero)
        goAway(answered: .maxID, .enhanceYourCalm, context: context).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    private func goAway(
        answered last: HTTP2StreamID, _ code: HTTP2ErrorCode = .noError, context: ChannelHandlerContext
    ) -> EventLoopFuture<Void> {
        let frame = HTTP2Frame(
            streamID: .rootStream, payload: .goAway(lastStreamID: last, errorCode: code, opaqueData: nil))
        return context.writeAndFlush(wrapOutboundOut(frame))
    }

    // MARK: Log

    /// Puts into the log what broke off a request, or the connection.
    func record(_ error: any Error, method: String? = nil, target: [UInt8]? = nil) {
        core.record(
            core.reject(BrokenHTTP2.fault(error, headBytes: limits.headBytes), method: method, target: target),
            latency: .zero)
    }

    // MARK: Time

    private func touch() {
        guard streams.isEmpty else { return }
        deadline = NIODeadline.now() + TimeAmount(limits.idle)
    }

    /// Says whether the client has begun a block of fields, or another frame, whose rest must come in time.
    func awaits(block: Bool) {
        guard block else { return blockDeadline = nil }
        if blockDeadline == nil { blockDeadline = NIODeadline.now() + TimeAmount(limits.head) }
    }

    private func startWatch(context: ChannelHandlerContext) {
        let period = max(min(limits.idle, limits.head) / 4, .milliseconds(10))
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(period)) {
            let now = NIODeadline.now()
            if let deadline = self.blockDeadline, now >= deadline {
                self.breakOff()
            } else if now >= self.deadline {
                self.end()
            } else {
                self.startWatch(context: context)
            }
        }
    }

    /// Ends a connection whose client has stopped in the middle: to whom the request belongs can no longer be read.
    ///
    /// Requests that came before are answered.
    private func breakOff() {
        core.record(core.reject(.timedOut, method: nil, target: nil), latency: .zero)
        end()
    }
}
