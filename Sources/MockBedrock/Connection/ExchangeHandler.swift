import NIOCore
import NIOHTTP1
import NIOPosix
import SigV4

/// Answers the requests of one connection, one after another, behind the HTTP decoder.
///
/// It runs on the connection's event loop. Small requests are verified and answered there; large ones, and the
/// search for the cause of a mismatch, go to a thread, so that one client does not hold up the others.
final class ExchangeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private enum Phase { case idle, receiving, answering, sending, closing }

    /// The methods of the service's operations, and HEAD.
    ///
    /// Which of them are played is the router's business: who sent a request is asked first.
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    let core: MockCore
    private let tap: HeadTap
    private let registry: ConnectionRegistry
    private let threads: NIOThreadPool

    private var phase = Phase.idle
    private var body: [UInt8] = []
    var form = ResponseSerializer.Form()
    private var inputClosed = false
    /// Whether an answer stopped on purpose, and only the client's going is waited for.
    private var isSilent = false
    /// The task that answers from elsewhere, while it does.
    var relayTask: Task<Void, Never>?
    private var relayNumber = 0
    /// What the log will say about the answer from elsewhere, once its status is known.
    private var relayed: (outcome: MockOutcome, started: NIODeadline)?
    private var deadline: NIODeadline = .distantFuture
    private var watch: Scheduled<Void>?

    init(core: MockCore, tap: HeadTap, registry: ConnectionRegistry, threads: NIOThreadPool) {
        self.core = core
        self.tap = tap
        self.registry = registry
        self.threads = threads
    }

    // MARK: Life of the connection

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
        countRelayed(status: 0)
        watch?.cancel()
        watch = nil
        registry.remove(context.channel)
        context.fireChannelInactive()
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
            switch phase {
            case .idle, .closing: context.close(promise: nil)
            // What is left of the request will never come.
            case .receiving: reject(.malformedBody, context: context)
            case .answering, .sending: if isSilent { context.close(promise: nil) }
            }
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let fault as HTTPFault: reject(fault, context: context)
        case HTTPParserError.headerOverflow: reject(.headTooLarge, context: context)
        case is HTTPParserError: reject(phase == .receiving ? .malformedBody : .malformedHead, context: context)
        default: context.close(promise: nil)
        }
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase != .closing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context: context)
        case .body(let part): receive(part, context: context)
        case .end:
            tap.sawEnd = true
            if phase == .receiving { answer(context: context) }
        }
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
            return reject(.unsupportedMethod, context: context)
        }
        if head.headers.contains(name: "transfer-encoding") {
            tap.framing = .chunked
        } else if let text = head.headers.first(name: "content-length") {
            guard let length = Int(text), length >= 0 else { return reject(.malformedHead, context: context) }
            guard length <= core.limits.bodyBytes else { return reject(.bodyTooLarge, context: context) }
            tap.framing = .length(length)
            body.reserveCapacity(min(length, core.limits.inlineBodyBytes))
        } else {
            tap.framing = HeadTap.Framing.none
        }
        if let expectation = head.headers.first(name: "expect"), form.acceptsChunks {
            guard expectation.lowercased() == "100-continue" else {
                return reject(.unsupportedExpectation, context: context)
            }
            // A client that did not wait has sent its body already and needs no interim answer.
            if tap.framing != HeadTap.Framing.none, !tap.hasPendingBytes {
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
        body.append(contentsOf: part.readableBytesView)
    }

    // MARK: Answering

    private func answer(context: ChannelHandlerContext) {
        phase = .answering
        deadline = .distantFuture
        guard let head = ReceivedHead(tap.head) else { return reject(.malformedHead, context: context) }
        let request = ReceivedRequest(head: head, body: body)
        body = []
        let started = NIODeadline.now()
        if core.relays {
            switch core.relay(request) {
            case .relayed(let ticket): relay(ticket, started: started, context: context)
            case .refused(let outcome): diagnose(outcome, started: started, context: context)
            }
            return
        }
        if request.body.count <= core.limits.inlineBodyBytes {
            diagnose(core.answer(request), started: started, context: context)
            return
        }
        let core = core
        threads.runIfActive(eventLoop: context.eventLoop) { core.answer(request) }
            .assumeIsolated().whenComplete { result in
                switch result {
                case .success(let outcome): self.diagnose(outcome, started: started, context: context)
                case .failure: context.close(promise: nil)
                }
            }
    }

    private func diagnose(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext) {
        guard let search = core.search(for: outcome) else {
            return hold(outcome, started: started, context: context)
        }
        threads.runIfActive(eventLoop: context.eventLoop, search)
            .assumeIsolated().whenComplete { result in
                let diagnosed = try? result.get()
                self.hold(diagnosed ?? outcome, started: started, context: context)
            }
    }

    private func hold(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext) {
        let pause = core.latency + outcome.delay
        guard pause > .zero else { return send(outcome, started: started, context: context) }
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(pause)) {
            self.send(outcome, started: started, context: context)
        }
    }

    private func send(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext) {
        guard phase == .answering else { return }
        if registry.isDraining || inputClosed { form.keepsAlive = false }
        // Counted first: who has an answer must find it in the summary.
        core.record(outcome, latency: Duration(NIODeadline.now() - started))
        if let carriage = outcome.carriage {
            let date = HTTPDate.text(core.now())
            let delivery = carriage.delivery(of: outcome.response, date: date, form: form)
            phase = .sending
            return deliver(delivery.steps[...], then: delivery.end, context: context)
        }
        write(outcome.response, context: context)
        if case .pieces(let pieces) = outcome.response.body, !form.isHead {
            phase = .sending
            send(pieces[...], context: context)
        } else {
            next(context: context)
        }
    }

    /// Sends the pieces of a body one after another, each when the one before has gone to the system.
    private func send(_ pieces: ArraySlice<MockResponse.Piece>, context: ChannelHandlerContext) {
        guard phase == .sending else { return }
        guard let piece = pieces.first else {
            var buffer = context.channel.allocator.buffer(capacity: 8)
            ResponseSerializer.writeEnd(chunked: form.acceptsChunks, into: &buffer)
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
            return next(context: context)
        }
        guard piece.wait > .zero else { return send(piece, then: pieces.dropFirst(), context: context) }
        deadline = .distantFuture
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(piece.wait)) {
            self.send(piece, then: pieces.dropFirst(), context: context)
        }
    }

    private func send(
        _ piece: MockResponse.Piece, then rest: ArraySlice<MockResponse.Piece>, context: ChannelHandlerContext
    ) {
        guard phase == .sending else { return }
        // A client that does not read is idle.
        expect(within: core.limits.idle, context: context)
        var buffer = context.channel.allocator.buffer(capacity: piece.bytes.count + 16)
        ResponseSerializer.write(piece: piece.bytes, chunked: form.acceptsChunks, into: &buffer)
        context.writeAndFlush(wrapOutboundOut(buffer)).assumeIsolated().whenComplete { result in
            switch result {
            // Not at once: a client that keeps up would have each piece sent inside the sending of the one before.
            case .success: context.eventLoop.assumeIsolated().execute { self.send(rest, context: context) }
            case .failure: context.close(promise: nil)
            }
        }
    }

    /// Sends an answer that a fault has, step by step.
    private func deliver(_ steps: ArraySlice<Delivery.Step>, then end: Delivery.End, context: ChannelHandlerContext) {
        guard phase == .sending else { return }
        var steps = steps
        while let step = steps.popFirst() {
            switch step {
            case .send(let bytes):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            case .pause(let pause):
                let rest = steps
                context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(pause)) {
                    self.deliver(rest, then: end, context: context)
                }
                return
            }
        }
        switch end {
        case .complete: next(context: context)
        case .close: linger(context: context)
        case .reset:
            phase = .closing
            tap.close()
            context.channel.reset()
        case .silence(let duration):
            isSilent = true
            expect(within: duration, context: context)
            if registry.isDraining || inputClosed { context.close(promise: nil) }
        }
    }

    // MARK: Answers from elsewhere

    /// Whether the answer from elsewhere to that request is under way.
    func isRelaying(_ number: Int) -> Bool { phase == .sending && relayTask != nil && number == relayNumber }

    /// - Returns: the number of the request.
    func beginRelaying(_ outcome: MockOutcome, started: NIODeadline) -> Int {
        relayNumber += 1
        phase = .sending
        deadline = .distantFuture
        relayed = (outcome, started)
        if registry.isDraining || inputClosed { form.keepsAlive = false }
        return relayNumber
    }

    /// Counts an answer from elsewhere, once: its status is that of its head, or 0 if none came.
    func countRelayed(status: Int) {
        guard var answer = relayed.take() else { return }
        answer.outcome.entry.status = status
        core.record(answer.outcome, latency: Duration(NIODeadline.now() - answer.started))
    }

    /// Waits for the relay, however long it takes.
    func waitForRelay() { deadline = .distantFuture }

    /// Takes nothing more from the client.
    func stop(context: ChannelHandlerContext) {
        phase = .closing
        tap.close()
    }

    /// The answer is out: waits for the next request, or closes.
    func next(context: ChannelHandlerContext) {
        if registry.isDraining || inputClosed { form.keepsAlive = false }
        if form.keepsAlive {
            phase = .idle
            expect(within: core.limits.idle, context: context)
            tap.resume()
        } else {
            linger(context: context)
        }
    }

    private func write(_ response: MockResponse, context: ChannelHandlerContext) {
        var capacity = 384
        if case .bytes(let bytes) = response.body, !form.isHead { capacity += bytes.count }
        var buffer = context.channel.allocator.buffer(capacity: capacity)
        ResponseSerializer.write(response, date: HTTPDate.text(core.now()), form: form, into: &buffer)
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }

    // MARK: Refusing and closing

    private func reject(_ fault: HTTPFault, context: ChannelHandlerContext) {
        guard phase != .closing else { return }
        form.keepsAlive = false
        let outcome = core.reject(fault, head: tap.head)
        core.record(outcome, latency: .zero)
        write(outcome.response, context: context)
        linger(context: context)
    }

    private func refuseConnection(context: ChannelHandlerContext) {
        form.keepsAlive = false
        write(core.tooManyConnections(), context: context)
        linger(context: context)
    }

    /// Closes our side and drops what the client still sends, for at most a second.
    ///
    /// Closing at once while unread bytes wait would reset the connection, and the client might lose the answer.
    private func linger(context: ChannelHandlerContext) {
        phase = .closing
        tap.close()
        watch?.cancel()
        if inputClosed {
            context.close(promise: nil)
            return
        }
        context.close(mode: .output, promise: nil)
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
            context.close(promise: nil)
        }
    }

    // MARK: Waiting

    func expect(within duration: Duration, context: ChannelHandlerContext) {
        deadline = NIODeadline.now() + TimeAmount(duration)
    }

    /// Looks now and then whether the deadline has passed; moving a deadline is then only an assignment.
    private func startWatch(context: ChannelHandlerContext) {
        let period = min(core.limits.idle, core.limits.head, core.limits.request) / 4
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(max(period, .milliseconds(10)))) {
            self.checkDeadline(context: context)
        }
    }

    private func checkDeadline(context: ChannelHandlerContext) {
        guard phase != .closing else { return }
        if NIODeadline.now() >= deadline {
            if phase == .sending || phase == .idle && !tap.hasPendingBytes {
                context.close(promise: nil)
            } else {
                reject(.timedOut, context: context)
            }
            return
        }
        startWatch(context: context)
    }
}
