import CCurl
import NetworkTerms

/// The event loop: all transfers of one transport, on one thread.
///
/// curl says which sockets and which time it waits for (`curl_multi_socket_action`), so that a wake-up costs what is
/// ready and not what is open. Deadlines are checked here and their outcome is delivered before curl is asked to clean
/// up. The one clean-up that can block is that of a name lookup: curl joins its resolver thread. Such a transfer is
/// **abandoned**: it stays with curl, delivered, until its lookup ends by itself, and then gets no socket.
final class TransferLoop {
    private let inbox: LoopInbox
    private let multi: CurlMulti
    private let store = CurlEasyStore()
    private let clock = ContinuousClock()

    private var live: [ObjectIdentifier: Transfer] = [:]
    private var abandoned: [ObjectIdentifier: Transfer] = [:]
    /// When curl wants to be called without a socket being ready.
    private var curlTimer: ContinuousClock.Instant?
    /// No deadline of a transfer is before this instant.
    private var nextDeadline: ContinuousClock.Instant?
    /// How often curl was called for what has come.
    private(set) var turn = 0
    private var isClosed = false
    private var whenClosed: [@Sendable () -> Void] = []

    /// Runs a loop until its inbox is closed.
    ///
    /// Called on the loop's thread.
    static func run(_ inbox: LoopInbox) {
        var failure = TransportError.transportShutDown
        var whenClosed: [@Sendable () -> Void] = []
        do throws(CurlFailure) {
            // The loop is released here, and with it the multi handle and its connections.
            whenClosed = try TransferLoop(inbox).run()
        } catch {
            failure = error.error
        }
        let last = inbox.end()
        for job in last.jobs { job.complete(.failure(failure)) }
        for done in whenClosed + last.whenClosed { done() }
    }

    private init(_ inbox: LoopInbox) throws(CurlFailure) {
        self.inbox = inbox
        multi = try CurlMulti()
        try multi.limitConnections(to: inbox.configuration.maxConnections)
        try unsafe multi.report(
            sockets: { _, socket, what, context, _ in
                unsafe TransferLoop.behind(context)?.inbox.poller.watch(socket, what)
                return 0
            },
            timer: { _, milliseconds, context in
                unsafe TransferLoop.behind(context)?.setCurlTimer(milliseconds: milliseconds)
                return 0
            },
            to: Unmanaged.passUnretained(self).toOpaque())
    }

    private static func behind(_ context: UnsafeMutableRawPointer?) -> TransferLoop? {
        unsafe context.map { unsafe Unmanaged<TransferLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Works until the inbox is closed; returns who waits for the connections to be closed.
    private func run() -> [@Sendable () -> Void] {
        while true {
            readMail()
            if isClosed, abandoned.isEmpty { break }
            inbox.poller.wait(milliseconds: waitMilliseconds()) {
                turn &+= 1
                multi.act(on: $0, $1)
            }
            if let due = curlTimer, due <= clock.now {
                curlTimer = nil
                turn &+= 1
                multi.actOnTimer()
            }
            deliverFinished()
            deliverOverdue()
        }
        return whenClosed
    }

    // MARK: Commands

    private func readMail() {
        let mail = inbox.collect()
        for job in mail.jobs { start(job) }
        for ticket in mail.cancelled {
            if let transfer = live[ObjectIdentifier(ticket)] {
                end(transfer, .failure(transfer.cancellation()))
            }
        }
        for ticket in mail.resumed {
            if let transfer = live[ObjectIdentifier(ticket)] { resume(transfer) }
        }
        whenClosed += mail.whenClosed
        guard mail.isClosed else { return }
        isClosed = true
        for transfer in live.values { end(transfer, .failure(transfer.cancellation())) }
        // A lookup that never ends is not waited for; the connections are closed after it.
        if !abandoned.isEmpty {
            for done in whenClosed { done() }
            whenClosed = []
        }
    }

    private func start(_ job: LoopInbox.Job) {
        do throws(CurlFailure) {
            let transfer = try Transfer(job, store)
            transfer.loop = self
            try multi.add(transfer.easy)
            live[ObjectIdentifier(job.ticket)] = transfer
            note(transfer.progress.deadline(job.plan.request.timeouts))
        } catch {
            job.complete(.failure(error.error))
        }
    }

    private func resume(_ transfer: Transfer) {
        do throws(CurlFailure) {
            try transfer.resume()
        } catch {
            end(transfer, .failure(error.error))
        }
    }

    // MARK: Time

    private func setCurlTimer(milliseconds: Int) {
        curlTimer = milliseconds < 0 ? nil : clock.now + .milliseconds(milliseconds)
    }

    /// Takes a deadline of a transfer into account.
    func note(_ deadline: ContinuousClock.Instant) {
        nextDeadline = nextDeadline.map { min($0, deadline) } ?? deadline
    }

    /// Until the next thing to do, rounded up: a wait that ends early would only spin.
    private func waitMilliseconds() -> Int32 {
        guard var next = curlTimer ?? nextDeadline else { return -1 }
        if let nextDeadline { next = min(next, nextDeadline) }
        let (seconds, attoseconds) = (next - clock.now).components
        if seconds < 0 || attoseconds < 0 { return 0 }
        if seconds > 3600 { return 3_600_000 }
        return Int32(seconds) * 1000
            + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    // MARK: Ends

    private func deliverFinished() {
        while let (transfer, result) = multi.nextFinished() {
            let key = ObjectIdentifier(transfer.job.ticket)
            if let abandoned = abandoned.removeValue(forKey: key) {
                multi.remove(abandoned.easy)
            } else {
                transfer.progress.isLookingUp = false
                end(transfer, transfer.outcome(result))
            }
        }
    }

    private func deliverOverdue() {
        let now = clock.now
        guard let due = nextDeadline, due <= now else { return }
        nextDeadline = nil
        for transfer in live.values {
            let deadline = transfer.progress.deadline(transfer.plan.request.timeouts)
            if deadline <= now { end(transfer, .failure(transfer.timeout())) } else { note(deadline) }
        }
    }

    /// Delivers an outcome, then lets curl clean up, unless that would block.
    private func end(_ transfer: Transfer, _ outcome: Result<TransportResponse, TransportError>) {
        let key = ObjectIdentifier(transfer.job.ticket)
        live[key] = nil
        transfer.loop = nil
        transfer.job.complete(outcome)
        if transfer.progress.isLookingUp, isLookupPending(transfer) {
            transfer.isAbandoned = true
            abandoned[key] = transfer
        } else {
            multi.remove(transfer.easy)
        }
    }

    /// Whether curl is still waiting for its resolver; its own time limit must then never end the wait.
    private func isLookupPending(_ transfer: Transfer) -> Bool {
        guard transfer.easy.offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 else { return false }
        do throws(CurlFailure) {
            try transfer.easy.setConnectTimeout(.seconds(2_000_000))
            return true
        } catch {
            return false
        }
    }
}
