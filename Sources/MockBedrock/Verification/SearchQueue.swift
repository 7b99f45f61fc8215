import NIOCore
import NIOPosix
import Synchronization

/// Runs the searches for the causes of refusals on threads of their own.
///
/// Nothing that is verified waits behind a search. Only so many searches run or wait at once; each ends at its deadline,
/// when its client has gone, and when the server stops.
final class SearchQueue: Sendable {
    /// A search that was taken on; it ends soon after it is cancelled.
    final class Ticket: Sendable {
        private let cancelled = Atomic(false)
        private let deadline: NIODeadline
        private let now: @Sendable () -> NIODeadline

        fileprivate init(deadline: NIODeadline, now: @escaping @Sendable () -> NIODeadline) {
            self.deadline = deadline
            self.now = now
        }

        func cancel() { cancelled.store(true, ordering: .relaxed) }

        /// Whether nobody waits for the causes any more.
        var isAbandoned: Bool { cancelled.load(ordering: .relaxed) }

        /// The same, or their time is over.
        var isCancelled: Bool { isAbandoned || now() >= deadline }
    }

    private struct State {
        var tickets: [ObjectIdentifier: Ticket] = [:]
        var isStopped = false
    }

    private let threads: NIOThreadPool
    private let limit: Int
    private let time: TimeAmount
    private let now: @Sendable () -> NIODeadline
    private let state = Mutex(State())

    /// Makes a queue whose threads run already.
    ///
    /// - Parameters:
    ///   - limit: how many searches may run or wait at once.
    ///   - time: how long a refusal may wait for its causes, from the moment that they were asked for.
    ///   - now: a clock that is never set.
    init(limit: Int, time: Duration, threads: Int = 2, now: @escaping @Sendable () -> NIODeadline = NIODeadline.now) {
        self.limit = limit
        self.time = TimeAmount(time)
        self.now = now
        self.threads = NIOThreadPool(numberOfThreads: threads)
        self.threads.start()
    }

    /// Takes a search on.
    ///
    /// - Parameters:
    ///   - search: what to do; it asks its ticket often whether to go on.
    ///   - loop: where the result is wanted.
    /// - Returns: nil when as many searches run or wait as may, or the server stops.
    func run<Result: Sendable>(
        on loop: any EventLoop, _ search: @escaping @Sendable (Ticket) -> Result
    ) -> (ticket: Ticket, result: EventLoopFuture<Result>)? {
        let ticket = Ticket(deadline: now() + time, now: now)
        let isTaken = state.withLock { state in
            guard !state.isStopped, state.tickets.count < limit else { return false }
            state.tickets[ObjectIdentifier(ticket)] = ticket
            return true
        }
        guard isTaken else { return nil }
        let result = threads.runIfActive(eventLoop: loop) { search(ticket) }
        result.whenComplete { _ in
            self.state.withLock { $0.tickets[ObjectIdentifier(ticket)] = nil }
        }
        return (ticket, result)
    }

    /// Ends the searches under way, and takes none on any more.
    func stop() {
        let tickets = state.withLock { state in
            state.isStopped = true
            return Array(state.tickets.values)
        }
        for ticket in tickets { ticket.cancel() }
    }

    /// Ends the threads, once nothing waits for them.
    func shutdown() async {
        stop()
        try? await threads.shutdownGracefully()
    }
}
