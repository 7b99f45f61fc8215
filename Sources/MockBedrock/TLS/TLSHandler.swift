import NIOCore
import WireText

/// Speaks TLS in front of the handlers of HTTP, which see plain bytes.
///
/// A client that begins with plain HTTP instead is passed on as it is, with ``PlainTextEvent`` before its first bytes, so
/// that it is told what it has called. What is written before the handshake is done waits for it.
final class TLSHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Phase {
        /// Nothing has come.
        case waiting
        case handshake(TLSSession)
        case open(TLSSession)
        /// The client speaks plain HTTP.
        case plain
        /// No more goes out, and what comes is dropped.
        case over
    }

    private let identity: ServerIdentity
    private let limits: MockLimits
    private let report: (HandshakeFailure) -> Void

    private var phase = Phase.waiting
    private var timeout: Scheduled<Void>?
    /// How much of a handshake has come.
    private var handshakeBytes = 0
    /// Whether the server has answered, which it does with its certificate in the first place.
    private var hasAnswered = false
    /// What waits for the end of the handshake.
    private var waiting: [(bytes: ByteBuffer, promise: EventLoopPromise<Void>?)] = []
    private var waitingClose: EventLoopPromise<Void>??
    /// Whether a byte of a request has come.
    private var wasUsed = false
    private var sawEnd = false
    private var isReset = false
    private var isReported = false

    /// - Parameters:
    ///   - identity: what the server shows of itself.
    ///   - report: takes why TLS did not come about.
    init(_ identity: ServerIdentity, limits: MockLimits, report: @escaping (HandshakeFailure) -> Void) {
        self.identity = identity
        self.limits = limits
        self.report = report
    }

    // MARK: Life of the connection

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { startTimeout(context: context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        startTimeout(context: context)
        context.fireChannelActive()
    }

    private func startTimeout(context: ChannelHandlerContext) {
        timeout = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.handshake)) {
            guard case .handshake = self.phase else { return }
            self.fail(.timedOut, context: context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        timeout?.cancel()
        noticeEnd(context: context)
        phase = .over
        for (_, promise) in waiting { promise?.fail(ChannelError.ioOnClosedChannel) }
        waiting = []
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            noticeEnd(context: context)
            endInput(context: context)
        case is DrainEvent where !wasUsed:
            // A client that has failed and gone may be why the server stops: what it has sent last is still to be read.
            context.eventLoop.assumeIsolated().scheduleTask(in: Self.lastWords) {
                context.fireUserInboundEventTriggered(event)
            }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    private static let lastWords = TimeAmount.milliseconds(200)

    /// Tells the handlers behind, once, that nothing more will come.
    private func endInput(context: ChannelHandlerContext) {
        guard !sawEnd else { return }
        sawEnd = true
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }

    /// The client has gone: where that was too early, there may be something to explain.
    private func noticeEnd(context: ChannelHandlerContext) {
        switch phase {
        case .handshake: explain(.closed(sawCertificate: hasAnswered), context: context)
        case .open where !wasUsed: explain(.unused, context: context)
        case .waiting, .open, .plain, .over: break
        }
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        switch phase {
        case .waiting: begin(bytes, context: context)
        case .handshake(let session):
            session.take(bytes)
            shakeHands(session, bytes.readableBytes, context: context)
        case .open(let session):
            session.take(bytes)
            readAll(session, upTo: bytes.readableBytes, context: context)
        case .plain: context.fireChannelRead(data)
        case .over: break
        }
    }

    private func begin(_ bytes: ByteBuffer, context: ChannelHandlerContext) {
        guard let first = bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) else { return }
        // A method of HTTP begins with a letter, and a record of TLS with its type, which is none.
        if first.isLetter {
            phase = .plain
            timeout?.cancel()
            context.fireUserInboundEventTriggered(PlainTextEvent())
            context.fireChannelRead(wrapInboundOut(bytes))
            return releaseWaiting(context: context)
        }
        do throws(OpenSSLFault) {
            let session = try TLSSession(identity.context)
            phase = .handshake(session)
            session.take(bytes)
            shakeHands(session, bytes.readableBytes, context: context)
        } catch {
            fail(.failed(error), context: context)
        }
    }

    private func shakeHands(_ session: TLSSession, _ count: Int, context: ChannelHandlerContext) {
        handshakeBytes += count
        let outcome = session.shakeHands()
        if sendOutgoing(session, nil, context: context) { hasAnswered = true }
        switch outcome {
        case .underWay:
            if handshakeBytes > limits.handshakeBytes { fail(.tooLong, context: context) } else { context.flush() }
        case .failed(let fault): fail(.failed(fault), context: context)
        case .done:
            timeout?.cancel()
            phase = .open(session)
            releaseWaiting(context: context)
            readAll(session, upTo: count, context: context)
        }
    }

    /// Reads what the bytes that have come hold.
    private func readAll(_ session: TLSSession, upTo count: Int, context: ChannelHandlerContext) {
        var plain = context.channel.allocator.buffer(capacity: count)
        var last = TLSSession.Input.bytes
        while case .bytes = last { last = session.read(into: &plain) }
        if plain.readableBytes > 0 {
            wasUsed = true
            context.fireChannelRead(wrapInboundOut(plain))
        }
        // The request may have ended the connection.
        guard case .open = phase else { return }
        // Such as the answer to a change of keys.
        if sendOutgoing(session, nil, context: context) { context.flush() }
        switch last {
        case .bytes, .nothing: break
        case .ended:
            noticeEnd(context: context)
            endInput(context: context)
        case .failed(let fault):
            // Of a client that had begun its request nothing else would say why it went.
            if !wasUsed || fault.kind == .alert(TLSAlert.handshakeFailure) {
                explain(.brokenOff(fault), context: context)
            }
            phase = .over
            context.close(promise: nil)
        }
    }

    // MARK: Sending

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch phase {
        case .waiting, .handshake: waiting.append((unwrapOutboundIn(data), promise))
        case .open(let session): write(unwrapOutboundIn(data), to: session, promise, context: context)
        case .plain: context.write(data, promise: promise)
        case .over: promise?.fail(ChannelError.ioOnClosedChannel)
        }
    }

    private func write(
        _ bytes: ByteBuffer, to session: TLSSession, _ promise: EventLoopPromise<Void>?, context: ChannelHandlerContext
    ) {
        do throws(OpenSSLFault) {
            try session.write(bytes)
            if !sendOutgoing(session, promise, context: context) { promise?.succeed() }
        } catch {
            promise?.fail(error)
            context.close(promise: nil)
        }
    }

    /// Sends what OpenSSL has to send.
    ///
    /// - Returns: whether there was something.
    @discardableResult
    private func sendOutgoing(
        _ session: TLSSession, _ promise: EventLoopPromise<Void>?, context: ChannelHandlerContext
    ) -> Bool {
        guard let bytes = session.outgoing(context.channel.allocator) else { return false }
        context.write(wrapOutboundOut(bytes), promise: promise)
        return true
    }

    func flush(context: ChannelHandlerContext) {
        switch phase {
        case .waiting, .handshake: break
        case .open, .plain, .over: context.flush()
        }
    }

    private func releaseWaiting(context: ChannelHandlerContext) {
        let held = waiting
        waiting = []
        for (bytes, promise) in held { write(context: context, data: wrapOutboundOut(bytes), promise: promise) }
        context.flush()
        if let promise = waitingClose.take() { close(context: context, mode: .output, promise: promise) }
    }

    // MARK: Ending

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch phase {
        // An answer that waits for the handshake is to arrive.
        case .waiting, .handshake:
            if mode == .output, !waiting.isEmpty {
                waitingClose = .some(promise)
                return
            }
            if mode != .input { phase = .over }
        case .open(let session) where mode != .input:
            // A client that sees the connection end without it must take the answer for cut off.
            if !isReset {
                session.end()
                if sendOutgoing(session, nil, context: context) { context.flush() }
            }
            phase = .over
        case .open, .plain, .over: break
        }
        context.close(mode: mode, promise: promise)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        if event is ConnectionResetEvent { isReset = true }
        context.triggerUserOutboundEvent(event, promise: promise)
    }

    /// Breaks the handshake off; the alert that says why stands among what is to be sent.
    private func fail(_ way: HandshakeEnd.Way, context: ChannelHandlerContext) {
        explain(way, context: context)
        timeout?.cancel()
        phase = .over
        context.flush()
        context.close(mode: .output, promise: nil)
        // Closing at once, while bytes of the client's wait, would reset the connection, and it might lose the alert.
        timeout = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { context.close(promise: nil) }
    }

    private func explain(_ way: HandshakeEnd.Way, context: ChannelHandlerContext) {
        guard !isReported else { return }
        isReported = true
        var end = HandshakeEnd(way: way)
        let session: TLSSession? =
            switch phase {
            case .handshake(let session), .open(let session): session
            case .waiting, .plain, .over: nil
            }
        // A name is sent only where one was called, so else it was an address, which is this end's.
        end.called = session?.serverName ?? context.channel.localAddress?.ipAddress
        end.isNamed = end.called.map(identity.context.certificate.isFor)
        end.given = identity.given
        if let failure = end.failure { report(failure) }
    }
}

/// The client of a connection that is to speak TLS has begun to speak plain HTTP.
struct PlainTextEvent: Sendable {}
