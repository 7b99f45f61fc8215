import Synchronization

/// How many bytes the bodies of all connections may have together.
///
/// A client that never sends the end of its body, or waits long for its answer, holds what it has sent. The first bytes
/// of each body do not count: small requests pass however many large ones are stuck.
final class BodyBudget: Sendable {
    private let limit: Int
    private let used = Atomic(0)

    /// How many bytes of each body do not count.
    static let free = 16 * 1024

    init(_ limit: Int) {
        self.limit = limit
    }

    /// A share for one connection; nothing is taken yet.
    func share() -> Share { Share(self) }

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
        private var taken = 0

        fileprivate init(_ budget: BodyBudget) {
            self.budget = budget
        }

        /// Takes what a body of so many bytes needs more than before; false if it is not there.
        func grow(to count: Int) -> Bool {
            let more = count - BodyBudget.free - taken
            guard more > 0 else { return true }
            guard budget.take(more) else { return false }
            taken += more
            return true
        }

        /// Gives everything back.
        func release() {
            guard taken > 0 else { return }
            budget.used.subtract(taken, ordering: .relaxed)
            taken = 0
        }
    }
}
