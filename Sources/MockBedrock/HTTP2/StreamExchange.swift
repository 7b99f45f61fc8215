import NIOCore
import NIOHPACK
import NIOHTTP2
import NIOPosix
import WireText

/// Answers the request of one stream of HTTP/2 (RFC 9113, section 8.1), on the event loop of its connection.
final class StreamExchange: ChannelInboundHandler, AnsweringHandler {
    typealias InboundIn = HTTP2Frame.FramePayload
    typealias OutboundOut = HTTP2Frame.FramePayload

    enum Phase {
        case waiting, receiving, answering, sending, closed
    }

    let core: MockCore
    let threads: NIOThreadPool
    let searches: SearchQueue
    let connection: HTTP2Connection
    /// How many bytes of the connection's share the request has.
    private var held = 0

    var phase = Phase.waiting
    var search: SearchQueue.Ticket?
    /// A stream says by its end that its client has gone.
    var inputClosed: Bool { phase == .closed }
    private var head: StreamHead?
    private var body: [UInt8] = []
    /// Whether the answer to the request has no body, whatever it says.
    private(set) var isHead = false
    /// Whether nothing will be done about the request, as a fault has it.
    var isAbandoned = false
    /// Whether the client has sent all of its request.
    private(set) var hasEnded = false
    /// Ends what takes too long.
    private var timeout: Scheduled<Void>?

    var relayTask: Task<Void, Never>?
    var relayNumber = 0
    var relayed: (outcome: MockOutcome, started: NIODeadline)?

    init(
        core: MockCore, connection: HTTP2Connection, threads: NIOThreadPool, searches: SearchQueue
    ) {
        self.core = core
        self.connection = connection
        self.threads = threads
        self.searches = searches
    }

    // MARK: Life of the stream

    func channelActive(context: ChannelHandlerContext) {
        connection.streamOpened(self, context)
        limit(core.limits.request, context: context) { $0.reject(.timedOut, context: context) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if phase != .closed { close() }
        connection.streamClosed(self)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The client has reset the stream, or the connection is over; else it broke a rule of streams.
        if BrokenHTTP2.isClients(error), phase == .waiting || phase == .receiving {
            connection.record(error, method: head?.head.method, target: head?.head.target)
        }
        close()
        context.close(promise: nil)
    }

    private func close() {
        phase = .closed
        timeout?.cancel()
        search?.cancel()
        relayTask?.cancel()
        countRelayed(status: 0)
        release()
    }

    /// Takes so many bytes of the connection's share for the request.
    private func hold(_ count: Int) throws(HTTPFault) {
        guard connection.share.take(count) else { throw .overloaded }
        held += count
    }

    private func release() {
        connection.share.giveBack(held)
        held = 0
    }

    /// Does something unless the request goes on in time.
    func limit(
        _ time: Duration, context: ChannelHandlerContext, _ act: @escaping (StreamExchange) -> Void
    ) {
        timeout?.cancel()
        timeout = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) {
            if self.phase != .closed { act(self) }
        }
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .headers(let block):
            hasEnded = hasEnded || block.endStream
            switch phase {
            case .waiting: begin(block.headers, context: context)
            // What comes behind a body are trailers, which mean nothing here.
            case .receiving: check(trailers: block.headers, context: context)
            case .answering, .sending, .closed: break
            }
            if hasEnded { answer(context: context) }
        case .data(let block):
            hasEnded = hasEnded || block.endStream
            if case .byteBuffer(let bytes) = block.data { receive(bytes, context: context) }
            if hasEnded { answer(context: context) }
        default: break
        }
    }

    private func begin(_ fields: HPACKHeaders, context: ChannelHandlerContext) {
        phase = .receiving
        if refuses(fields, context: context) { return }
        do throws(HTTPFault) {
            // Before anything is made of them: a byte on the wire may be a field of kilobytes.
            try hold(fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count })
            let head = try StreamHead(fields)
            self.head = head
            isHead = head.head.method == "HEAD"
            guard ExchangeHandler.methods.contains(head.head.method) else {
                throw head.head.method == "CONNECT" ? .noProxy : .unsupportedMethod
            }
            if let length = head.length, length > core.limits.bodyBytes { throw .bodyTooLarge }
            if let expectation = head.expectation {
                guard expectation.asciiLowercased == "100-continue" else { throw .unsupportedExpectation }
                if !hasEnded { write([(":status", "100")], end: false, context: context) }
            }
        } catch {
            reject(error, context: context)
        }
    }

    /// Refuses a block of fields that was too large; the connection ends with it.
    private func refuses(_ fields: HPACKHeaders, context: ChannelHandlerContext) -> Bool {
        guard fields.first(name: OversizeBlock.name) != nil else { return false }
        reject(.headTooLarge(core.limits.headBytes), context: context)
        // Behind the answer: some clients read nothing more once the connection is said to end.
        context.eventLoop.assumeIsolated().execute { self.connection.abandon() }
        return true
    }

    private func check(trailers fields: HPACKHeaders, context: ChannelHandlerContext) {
        if refuses(fields, context: context) { return }
        do throws(FieldRules.Breach) {
            try FieldRules.check(trailers: fields)
        } catch {
            reject(error.fault, context: context)
        }
    }

    private func receive(_ part: ByteBuffer, context: ChannelHandlerContext) {
        guard phase == .receiving else { return }
        let count = body.count + part.readableBytes
        guard count <= core.limits.bodyBytes else { return reject(.bodyTooLarge, context: context) }
        do throws(HTTPFault) {
            try hold(part.readableBytes)
            body.append(contentsOf: part.readableBytesView)
        } catch {
            reject(error, context: context)
        }
    }

    private func answer(context: ChannelHandlerContext) {
        guard phase == .receiving, let head else { return }
        if let length = head.length, length != body.count {
            let words = "content-length says \(length), and \(Counted.words(body.count, "byte")) of a body came"
            return reject(FieldRules.Breach(words, "8.1.1").fault, context: context)
        }
        phase = .answering
        timeout?.cancel()
        let request = ReceivedRequest(head: head.head, body: body, targets: core.targets)
        body = []
        answer(request, context: context)
    }

    /// Refuses what is not a request that can be answered.
    func reject(_ fault: HTTPFault, context: ChannelHandlerContext) {
        guard phase == .waiting || phase == .receiving else { return }
        let outcome = core.reject(fault, method: head?.head.method, target: head?.head.target)
        core.record(outcome, latency: .zero)
        phase = .sending
        if fault.isStreamError {
            writeBroken(outcome.response, context: context)
        } else {
            writeWhole(outcome.response, context: context)
        }
    }

    /// Ends the stream because the connection closes before it was answered in full.
    func cutOff(context: ChannelHandlerContext) {
        reset(phase == .waiting || phase == .receiving ? .refusedStream : .cancel, context: context)
    }

    // MARK: Sending

    func send(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext) {
        guard phase == .answering else { return }
        // Counted first: who has an answer must find it in the summary.
        core.record(outcome, latency: Duration(NIODeadline.now() - started))
        phase = .sending
        release()
        if let carriage = outcome.carriage {
            let delivery = StreamDelivery(carriage, of: outcome.response)
            return deliver(delivery.steps[...], of: outcome.response, then: delivery.end, context: context)
        }
        guard case .pieces(let pieces) = outcome.response.body, !isHead else {
            return writeWhole(outcome.response, context: context)
        }
        writeHead(outcome.response, length: nil, end: false, context: context)
        send(pieces[...], context: context)
    }

    /// Sends the pieces of a body one after another, each when the client has room for it.
    private func send(_ pieces: ArraySlice<MockResponse.Piece>, context: ChannelHandlerContext) {
        guard phase == .sending else { return }
        guard let piece = pieces.first else { return end(context: context) }
        guard piece.wait > .zero else { return send(piece, then: pieces.dropFirst(), context: context) }
        timeout?.cancel()
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(piece.wait)) {
            self.send(piece, then: pieces.dropFirst(), context: context)
        }
    }

    private func send(
        _ piece: MockResponse.Piece, then rest: ArraySlice<MockResponse.Piece>, context: ChannelHandlerContext
    ) {
        guard phase == .sending else { return }
        // A client that does not read is idle.
        limit(core.limits.idle, context: context) { $0.reset(.cancel, context: context) }
        write(piece.bytes, context: context).assumeIsolated().whenComplete { result in
            switch result {
            // Not at once: a client that keeps up would have each piece sent inside the sending of the one before.
            case .success: context.eventLoop.assumeIsolated().execute { self.send(rest, context: context) }
            case .failure: context.close(promise: nil)
            }
        }
    }

    /// Sends an answer that a fault has, step by step.
    private func deliver(
        _ steps: ArraySlice<StreamDelivery.Step>, of response: MockResponse, then end: StreamDelivery.End,
        context: ChannelHandlerContext
    ) {
        guard phase == .sending else { return }
        var steps = steps
        while let step = steps.popFirst() {
            switch step {
            case .head(let length): writeHead(response, length: length, end: false, context: context)
            case .data(let bytes): write(bytes, context: context).whenFailure { _ in }
            case .pause(let pause):
                let rest = steps
                context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(pause)) {
                    self.deliver(rest, of: response, then: end, context: context)
                }
                return
            }
        }
        switch end {
        case .complete: self.end(context: context)
        case .failed: reset(.internalError, context: context)
        case .broken: reset(.protocolError, context: context)
        case .silence: limit(.seconds(600), context: context) { $0.reset(.cancel, context: context) }
        case .goAway: abandon()
        }
    }
}
