import Synchronization

/// How many bytes the requests of all connections may have together.
///
/// A client that never sends the end of its body, or waits long for its answer, holds what it has sent. The first bytes
/// of each connection do not count: small requests pass however many large ones are stuck.
final class BodyBudget: Sendable {
    private let limit: Int
    private let used = Atomic(0)

    /// How many bytes of a body do not count in HTTP/1.1, where a connection has one at a time.
    static let freeOfBody = 16 * 1024
    /// How many bytes of the heads and bodies of all streams do not count in a connection of HTTP/2.
    static let freeOfStreams = 64 * 1024

    init(_ limit: Int) {
        self.limit = limit
    }

    /// A share for one connection; nothing is taken yet.
    ///
    /// - Parameter free: How many bytes do not count.
    func share(free: Int = freeOfBody) -> Share { Share(self, free: free) }

    private func take(_ count: Int) -> Bool {
        guard used.add(count, ordering: .relaxed).newValue <= limit else {
            used.subtract(count, ordering: .relaxed)
            return false
        }
        return true
    }

    /// What one connection holds; used on its event loop alone.
    final class Share {
        private let budget: BodyBudget
        private let free: Int
        private var held = 0

        fileprivate init(_ budget: BodyBudget, free: Int) {
            self.budget = budget
            self.free = free
        }

        /// Takes so many bytes more; false if they are not there.
        func take(_ count: Int) -> Bool {
            let more = max(0, held + count - free) - max(0, held - free)
            guard more == 0 || budget.take(more) else { return false }
            held += count
            return true
        }

        /// Takes what a body of so many bytes needs more than before; false if it is not there.
        func grow(to count: Int) -> Bool { take(max(0, count - held)) }

        /// Gives so many bytes of those that were taken back.
        func giveBack(_ count: Int) {
            let less = max(0, held - free) - max(0, held - count - free)
            held -= count
            if less > 0 { budget.used.subtract(less, ordering: .relaxed) }
        }

        /// Gives everything back.
        func release() { giveBack(held) }
    }
}
