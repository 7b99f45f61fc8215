import NIOCore
import NIOHTTP1
import NIOPosix
import SigV4

/// Answers the requests of one connection, one after another, behind the HTTP decoder.
///
/// It runs on the connection's event loop.
final class ExchangeHandler: ChannelInboundHandler, RemovableChannelHandler, AnsweringHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    enum Phase {
        case idle, receiving, answering, sending, closing
        /// The answer is made, and more of it waits for the client to read than should: nothing else is begun.
        case sent
    }

    /// The methods of the service's operations, and HEAD.
    ///
    /// Which of them are played is the router's business: who sent a request is asked first.
    static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    let core: MockCore
    let tap: RawHeadHandler
    let registry: ConnectionRegistry
    let threads: NIOThreadPool
    let searches: SearchQueue

    /// Where the handler stands in its pipeline.
    private var context: ChannelHandlerContext?
    var phase = Phase.idle
    private var head: ReceivedHead?
    private var body: [UInt8] = []
    /// What the body has of the bytes that all bodies may have together.
    let share: BodyBudget.Share
    var form = ResponseSerializer.Form()
    var inputClosed = false
    /// Whether an answer stopped on purpose, and only the client's going is waited for.
    var isSilent = false
    var search: SearchQueue.Ticket?
    /// The task that answers from elsewhere, while it does.
    var relayTask: Task<Void, Never>?
    var relayNumber = 0
    /// What the log will say about the answer from elsewhere, once its status is known.
    var relayed: (outcome: MockOutcome, started: NIODeadline)?
    var deadline: NIODeadline = .distantFuture
    var watch: Scheduled<Void>?

    init(
        core: MockCore, tap: RawHeadHandler, registry: ConnectionRegistry, bodies: BodyBudget, threads: NIOThreadPool,
        searches: SearchQueue
    ) {
        self.core = core
        self.tap = tap
        self.registry = registry
        share = bodies.share()
        self.threads = threads
        self.searches = searches
    }

    // MARK: Life of the connection

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        tap.plainTaker = self
    }

    func channelActive(context: ChannelHandlerContext) {
        switch registry.admit(context.channel) {
        case .accepted:
            expect(within: core.limits.idle, context: context)
            startWatch(context: context)
        case .tooMany:
            refuseConnection(context: context)
        case .draining:
            context.close(promise: nil)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closing
        relayTask?.cancel()
        search?.cancel()
        share.release()
        countRelayed(status: 0)
        watch?.cancel()
        watch = nil
        registry.remove(context.channel)
        context.fireChannelInactive()
    }

    /// The connection turned out to speak HTTP/2, which others answer, or is over.
    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        tap.plainTaker = nil
        watch?.cancel()
        watch = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is DrainEvent:
            form.keepsAlive = false
            if phase == .idle || isSilent { context.close(promise: nil) }
        case is HeadBeganEvent:
            if phase == .idle { expect(within: core.limits.head, context: context) }
        case ChannelEvent.inputClosed:
            inputClosed = true
            // Most often the client has gone: it cannot be told from one that has closed its sending side only.
            search?.cancel()
            switch phase {
            case .idle, .closing: context.close(promise: nil)
            // What is left of the request will never come.
            case .receiving: reject(.malformedBody, context: context)
            case .sent: context.close(promise: nil)
            case .answering, .sending: if isSilent { context.close(promise: nil) }
            }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let fault as HTTPFault: reject(fault, context: context)
        case HTTPParserError.headerOverflow: reject(.headTooLarge(core.limits.headBytes), context: context)
        case is HTTPParserError: reject(phase == .receiving ? .malformedBody : .malformedHead(), context: context)
        default: context.close(promise: nil)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if phase == .sent, context.channel.isWritable { awaitNext(context: context) }
        context.fireChannelWritabilityChanged()
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase != .closing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            // The tap passes one request at a time, so this is none: the decoder saw an end that the tap did not.
            guard phase == .idle else { return reject(.malformedBody, context: context) }
            begin(head, context: context)
        case .body(let part): receive(part, context: context)
        case .end:
            tap.sawEnd = true
            if phase == .receiving { answer(context: context) }
        }
    }

    /// Takes a request that came whole and in the plain form, which keeps the connection open.
    func take(_ head: ReceivedHead, body: [UInt8]) {
        guard let context, phase == .idle else { return }
        phase = .receiving
        form = ResponseSerializer.Form(isHead: head.method == "HEAD", keepsAlive: !registry.isDraining)
        guard body.count <= core.limits.bodyBytes else { return reject(.bodyTooLarge, context: context) }
        guard share.grow(to: body.count) else { return reject(.overloaded, context: context) }
        answer(head, body, context: context)
    }

    private func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        phase = .receiving
        body = []
        form = ResponseSerializer.Form(
            isHead: head.method == .HEAD,
            keepsAlive: head.isKeepAlive && !registry.isDraining,
            acceptsChunks: head.version.minor > 0)
        expect(within: core.limits.request, context: context)

        guard Self.methods.contains(head.method.rawValue) else {
            return reject(head.method == .CONNECT ? .noProxy : .unsupportedMethod, context: context)
        }
        guard let received = tap.received, let framing = tap.framing else {
            return reject(.malformedHead(), context: context)
        }
        tap.tookHead = true
        self.head = received
        if case .length(let length) = framing {
            guard length <= core.limits.bodyBytes else { return reject(.bodyTooLarge, context: context) }
            body.reserveCapacity(min(length, core.limits.inlineBodyBytes))
        }
        if let expectation = head.headers.first(name: "expect"), form.acceptsChunks {
            guard expectation.lowercased() == "100-continue" else {
                return reject(.unsupportedExpectation, context: context)
            }
            // A client that did not wait has sent its body already and needs no interim answer.
            if framing != .none, !tap.passedWhole, !tap.hasPendingBytes {
                context.writeAndFlush(
                    wrapOutboundOut(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
            }
        }
    }

    private func receive(_ part: ByteBuffer, context: ChannelHandlerContext) {
        guard phase == .receiving else { return }
        guard body.count + part.readableBytes <= core.limits.bodyBytes else {
            return reject(.bodyTooLarge, context: context)
        }
        guard share.grow(to: body.count + part.readableBytes) else {
            return reject(.overloaded, context: context)
        }
        body.append(contentsOf: part.readableBytesView)
    }

    // MARK: Answering

    private func answer(context: ChannelHandlerContext) {
        guard let head else { return reject(.malformedHead(), context: context) }
        let body = self.body
        (self.head, self.body) = (nil, [])
        answer(head, body, context: context)
    }

    private func answer(_ head: ReceivedHead, _ body: [UInt8], context: ChannelHandlerContext) {
        phase = .answering
        deadline = .distantFuture
        answer(ReceivedRequest(head: head, body: body, targets: core.targets), context: context)
    }
}
