import NIOCore

/// How requests are refused that are none, and how connections end: by an answer, by a fault, or in time.
extension ExchangeHandler {
    func reject(_ fault: HTTPFault, context: ChannelHandlerContext) {
        guard phase != .closing else { return }
        form.keepsAlive = false
        let outcome = core.reject(fault, head: tap.head)
        core.record(outcome, latency: .zero)
        write(outcome.response, context: context)
        linger(context: context)
    }

    func refuseConnection(context: ChannelHandlerContext) {
        form.keepsAlive = false
        write(core.tooManyConnections(), context: context)
        linger(context: context)
    }

    /// Closes our side and drops what the client still sends, for at most a second.
    ///
    /// Closing at once while unread bytes wait would reset the connection, and the client might lose the answer.
    func linger(context: ChannelHandlerContext) {
        phase = .closing
        share.release()
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

    func expect(within duration: Duration, context: ChannelHandlerContext) {
        deadline = NIODeadline.now() + TimeAmount(duration)
    }

    /// Looks now and then whether the deadline has passed; moving a deadline is then only an assignment.
    func startWatch(context: ChannelHandlerContext) {
        let period = min(core.limits.idle, core.limits.head, core.limits.request) / 4
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(max(period, .milliseconds(10)))) {
            self.checkDeadline(context: context)
        }
    }

    private func checkDeadline(context: ChannelHandlerContext) {
        guard phase != .closing else { return }
        if NIODeadline.now() >= deadline {
            if phase == .sending || phase == .sent || phase == .idle && !tap.hasPendingBytes {
                context.close(promise: nil)
            } else {
                reject(.timedOut, context: context)
            }
            return
        }
        startWatch(context: context)
    }
}
