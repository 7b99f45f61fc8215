import NIOCore
import Synchronization

/// The connections that are open, so that there are never too many and a shutdown reaches each of them.
final class ConnectionRegistry: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isDraining = false
        var accepted = 0
        var rejected = 0
    }

    /// What becomes of a new connection.
    enum Admission { case accepted, tooMany, draining }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    func admit(_ channel: any Channel) -> Admission {
        state.withLock { state in
            if state.isDraining { return .draining }
            guard state.channels.count < limit else {
                state.rejected += 1
                return .tooMany
            }
            state.accepted += 1
            state.channels[ObjectIdentifier(channel)] = channel
            return .accepted
        }
    }

    func remove(_ channel: any Channel) {
        state.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
    }

    /// Lets no further connection in and gives those that are open.
    func drain() -> [any Channel] {
        state.withLock { state in
            state.isDraining = true
            return Array(state.channels.values)
        }
    }

    var isDraining: Bool { state.withLock { $0.isDraining } }

    /// How many connections were accepted and turned away so far.
    var counts: (accepted: Int, rejected: Int) {
        state.withLock { ($0.accepted, $0.rejected) }
    }
}

/// Tells a connection to finish the request under way and then close.
struct DrainEvent: Sendable {}
