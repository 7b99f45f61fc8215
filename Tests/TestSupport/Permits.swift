import Synchronization

/// A number of permits that tasks wait for in the order of their coming.
///
/// The first in line is served first, also when it wants many: nobody is overtaken for ever.
final class Permits: Sendable {
    private struct Waiter {
        let count: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var free: Int
        var line: [Waiter] = []

        /// Takes from the head of the line all who can be served.
        mutating func serve() -> [Waiter] {
            var served: [Waiter] = []
            while let first = line.first, first.count <= free {
                free -= first.count
                served.append(line.removeFirst())
            }
            return served
        }
    }

    /// How many permits there are, taken or not.
    let all: Int
    private let state: Mutex<State>

    init(_ all: Int) {
        self.all = all
        state = Mutex(State(free: all))
    }

    /// Does something with `count` permits taken.
    func holding<Value>(_ count: Int, _ body: () async throws -> Value) async rethrows -> Value {
        await take(count)
        defer { give(count) }
        return try await body()
    }

    private func take(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let served = state.withLock { state in
                state.line.append(Waiter(count: count, continuation: continuation))
                return state.serve()
            }
            for waiter in served { waiter.continuation.resume() }
        }
    }

    private func give(_ count: Int) {
        let served = state.withLock { state in
            state.free += count
            return state.serve()
        }
        for waiter in served { waiter.continuation.resume() }
    }
}
