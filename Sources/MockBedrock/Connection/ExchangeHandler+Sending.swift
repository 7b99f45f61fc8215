import NIOCore

/// How an answer goes out.
extension ExchangeHandler {
    /// Sends an answer: whole, in pieces, or with the fault that it has.
    func send(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext) {
        guard phase == .answering else { return }
        if registry.isDraining || inputClosed { form.keepsAlive = false }
        // Counted first: who has an answer must find it in the summary.
        core.record(outcome, latency: Duration(NIODeadline.now() - started))
        if let carriage = outcome.carriage {
            let date = core.date()
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

    /// The answer is out: waits for the next request, or closes.
    func next(context: ChannelHandlerContext) {
        if registry.isDraining || inputClosed { form.keepsAlive = false }
        share.release()
        guard form.keepsAlive else { return linger(context: context) }
        guard context.channel.isWritable else {
            // A client that does not read is idle.
            phase = .sent
            return expect(within: core.limits.idle, context: context)
        }
        awaitNext(context: context)
    }

    /// Waits for the next request, which may have arrived already.
    func awaitNext(context: ChannelHandlerContext) {
        phase = .idle
        expect(within: core.limits.idle, context: context)
        tap.resume()
    }

    func write(_ response: MockResponse, context: ChannelHandlerContext) {
        var capacity = 384
        if case .bytes(let bytes) = response.body, !form.isHead { capacity += bytes.count }
        var buffer = context.channel.allocator.buffer(capacity: capacity)
        ResponseSerializer.write(response, date: core.date(), form: form, into: &buffer)
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }
}
