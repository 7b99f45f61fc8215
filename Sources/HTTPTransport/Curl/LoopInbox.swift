import NetworkTerms
import Synchronization

/// What callers and the loop share: the commands for the loop's thread, and its bell.
final class LoopInbox: Sendable {
    /// A request for the loop with the closure that gets its outcome, called once.
    struct Job: Sendable {
        let plan: TransferPlan
        let ticket: TransferTicket
        /// Where head and body go while they come; `nil` collects them.
        let channel: BodyChannel?
        let complete: @Sendable (Result<TransportResponse, TransportError>) -> Void
    }

    /// Everything that came since the loop last looked.
    struct Mail {
        var jobs: [Job] = []
        var cancelled: [TransferTicket] = []
        var resumed: [TransferTicket] = []
        var isClosed = false
        var whenClosed: [@Sendable () -> Void] = []
    }

    let configuration: TransportConfiguration
    let poller: Poller
    private let state = Mutex(State())

    private struct State {
        var mail = Mail()
        var isRunning = false
        var hasEnded = false
    }

    init(_ configuration: TransportConfiguration) throws(TransportError) {
        self.configuration = configuration
        poller = try Poller()
    }

    /// Hands a request to the loop; the first starts its thread.
    func submit(
        _ plan: TransferPlan, _ ticket: TransferTicket, streaming channel: BodyChannel? = nil,
        complete: @escaping @Sendable (Result<TransportResponse, TransportError>) -> Void
    ) {
        let job = Job(plan: plan, ticket: ticket, channel: channel, complete: complete)
        let refusal: TransportError? = ticket.stage.withLock { stage in
            guard stage == .created else { return .cancelledByTask }
            stage = .submitted
            return post(job)
        }
        if let refusal { complete(.failure(refusal)) }
    }

    /// Has a transfer removed, or never started.
    func cancel(_ ticket: TransferTicket) {
        ticket.stage.withLock { stage in
            if stage == .submitted {
                state.withLock { $0.mail.cancelled.append(ticket) }
                poller.wake()
            }
            stage = .cancelled
        }
    }

    /// Lets a transfer go on that paused for its reader.
    func resume(_ ticket: TransferTicket) {
        state.withLock { $0.mail.resumed.append(ticket) }
        poller.wake()
    }

    /// Ends the loop; `done` is called when its connections are closed.
    func close(_ done: @escaping @Sendable () -> Void = {}) {
        let isOver = state.withLock { state in
            state.mail.isClosed = true
            guard state.isRunning, !state.hasEnded else { return true }
            state.mail.whenClosed.append(done)
            return false
        }
        if isOver { done() } else { poller.wake() }
    }

    /// Takes all that has come.
    ///
    /// Called by the loop.
    func collect() -> Mail {
        state.withLock { state in
            let mail = state.mail
            state.mail = Mail(isClosed: mail.isClosed)
            return mail
        }
    }

    /// Says that the loop is over and takes what came last.
    ///
    /// Called by the loop.
    func end() -> Mail {
        state.withLock { state in
            state.hasEnded = true
            state.mail.isClosed = true
            return state.mail
        }
    }

    private func post(_ job: Job) -> TransportError? {
        let (refusal, starts, rings): (TransportError?, Bool, Bool) = state.withLock { state in
            guard !state.mail.isClosed else { return (.transportShutDown, false, false) }
            let starts = !state.isRunning
            state.isRunning = true
            state.mail.jobs.append(job)
            return (nil, starts, state.mail.jobs.count == 1)
        }
        if let refusal { return refusal }
        if starts {
            LoopThread.start { TransferLoop.run(self) }
        } else if rings {
            poller.wake()
        }
        return nil
    }
}

/// One call of `send`, as cancellation and the loop know it.
final class TransferTicket: Sendable {
    enum Stage { case created, submitted, cancelled }

    let stage = Mutex(Stage.created)
}

extension TransportError {
    static var cancelledByTask: TransportError {
        TransportError(code: .cancelled, message: "The request was cancelled.", nextStep: "")
    }

    static var transportShutDown: TransportError {
        TransportError(
            code: .shutDown, message: "The transport has been shut down.", nextStep: "Make a new one.")
    }
}
