import Converse
import SigV4
import Synchronization

/// A clock that moves only when somebody sleeps, and remembers the sleeps.
final class VirtualTime: Sendable {
    private let state: Mutex<(elapsed: Duration, waits: [Duration])>
    private let start: SigningTime

    init(_ amzDate: String = "20260102T030405Z") {
        start = SigningTime(amzDate: amzDate) ?? SigningTime(unixSeconds: 0)
        state = Mutex((elapsed: .zero, waits: []))
    }

    var waits: [Duration] { state.withLock { $0.waits } }
    var now: SigningTime { start.advanced(bySeconds: state.withLock { $0.elapsed.components.seconds }) }

    /// The clock for a client; the jitter is always the middle of its range.
    var clock: ClientClock {
        ClientClock(
            wall: { self.now },
            elapsed: { self.state.withLock { $0.elapsed } },
            sleep: { wait in
                self.state.withLock {
                    $0.elapsed += wait
                    $0.waits.append(wait)
                }
            },
            jitter: { 0.5 })
    }
}
