import NIOCore
import NIOPosix

/// What answers requests on an event loop: a connection of HTTP/1.1, or a stream of HTTP/2.
///
/// Small requests are verified and answered on the loop; large ones go to a thread, and the search for the cause of a
/// mismatch to another kind of thread, so that one client does not hold up the others.
protocol AnsweringHandler: AnyObject {
    var core: MockCore { get }
    var threads: NIOThreadPool { get }
    var searches: SearchQueue { get }
    /// The search for the cause of the refusal that is to be sent, while it runs or waits.
    var search: SearchQueue.Ticket? { get set }
    /// Whether the client will send nothing more, and most likely has gone.
    var inputClosed: Bool { get }

    func send(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext)

    /// Hands the request to whoever answers it from elsewhere.
    func relay(_ ticket: RelayTicket, started: NIODeadline, context: ChannelHandlerContext)
}

extension AnsweringHandler {
    func answer(_ request: ReceivedRequest, context: ChannelHandlerContext) {
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
        guard let (ticket, diagnosed) = searches.run(on: context.eventLoop, search) else {
            return hold(outcome.unsearched, started: started, context: context)
        }
        self.search = ticket
        if inputClosed { ticket.cancel() }
        diagnosed.assumeIsolated().whenComplete { result in
            self.search = nil
            self.hold((try? result.get()) ?? outcome.unsearched, started: started, context: context)
        }
    }

    private func hold(_ outcome: MockOutcome, started: NIODeadline, context: ChannelHandlerContext) {
        let pause = core.latency + outcome.delay
        guard pause > .zero else { return send(outcome, started: started, context: context) }
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(pause)) {
            self.send(outcome, started: started, context: context)
        }
    }
}
