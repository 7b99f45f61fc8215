import NIOCore
import SigV4
import WireText

extension ExchangeHandler: RelayedExchange {
    /// Hands the request to the relay.
    func relay(_ ticket: RelayTicket, started: NIODeadline, context: ChannelHandlerContext) {
        let (relay, request) = (ticket.relay, ticket.request)
        let answer = RelayedAnswer(self, number: beginRelaying(ticket.outcome, started: started), context)
        relayTask = core.relayTasks.start {
            await relay(request, answer)
            answer.breakOff()
        }
    }

    func beginRelayed(
        status: Int, headers: [HeaderField], length: Int?, context: ChannelHandlerContext
    ) -> EventLoopFuture<Void> {
        countRelayed(status: status)
        // Such an answer has no body, and no chunks either (RFC 9110, section 6.4.1).
        let length = status == 204 || status == 304 ? 0 : length
        form.framing = length.map { .length($0) }
        if length == nil { form.framing = form.acceptsChunks ? .chunked : nil }
        // For a client that knows no chunks, the end of the connection marks the end of the body.
        if length == nil, !form.acceptsChunks { form.keepsAlive = false }
        let response = MockResponse(
            status: status,
            headers: Self.forwarded(headers),
            body: .pieces([]))
        var buffer = context.channel.allocator.buffer(capacity: 512)
        ResponseSerializer.writeHead(response, date: core.date(), form: form, into: &buffer)
        return write(buffer, context: context)
    }

    func sendRelayed(_ bytes: [UInt8], context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        guard !form.isHead, !bytes.isEmpty else { return context.eventLoop.makeSucceededVoidFuture() }
        var buffer = context.channel.allocator.buffer(capacity: bytes.count + 16)
        ResponseSerializer.write(piece: bytes, chunked: form.framing == .chunked, into: &buffer)
        return write(buffer, context: context)
    }

    func endRelayed(context: ChannelHandlerContext) {
        relayTask = nil
        if form.framing == .chunked, !form.isHead {
            var buffer = context.channel.allocator.buffer(capacity: 8)
            ResponseSerializer.writeEnd(chunked: true, into: &buffer)
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
        }
        next(context: context)
    }

    func breakOffRelayed(context: ChannelHandlerContext) {
        countRelayed(status: 0)
        relayTask = nil
        stop(context: context)
        context.channel.reset()
    }

    private func write(_ buffer: ByteBuffer, context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        // A client that does not read is idle.
        expect(within: core.limits.idle, context: context)
        return context.writeAndFlush(wrapOutboundOut(buffer)).assumeIsolated().map { self.waitForRelay() }.nonisolated()
    }

    /// The fields of an answer from elsewhere that are handed on.
    static func forwarded(_ headers: [HeaderField]) -> [HeaderField] {
        headers.filter { !ownHeaders.contains($0.name.lowercased()) }
    }

    /// Headers that belong to the connection or are made anew (RFC 9110, section 7.6.1).
    private static let ownHeaders: Set<String> = [
        "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
        "content-length", "date",
    ]

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
}
