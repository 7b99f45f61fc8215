import SigV4
import Synchronization

/// A clock that goes on by a second each time it is read.
final class SteppingClock: Sendable {
    private let seconds = Mutex<Int64>(0)

    func next() -> SigningTime {
        seconds.withLock { seconds in
            seconds += 1
            return SigningTime(unixSeconds: seconds)
        }
    }
}

/// A clock that stands still until it is told to go on, and counts how often it is read.
final class SettableClock: Sendable {
    private let state: Mutex<(time: SigningTime, reads: Int)>

    init(_ time: SigningTime) {
        state = Mutex((time, 0))
    }

    var now: SigningTime {
        state.withLock { state in
            state.reads += 1
            return state.time
        }
    }

    var reads: Int { state.withLock { $0.reads } }

    func advance(by seconds: Int64) {
        state.withLock { $0.time = $0.time.advanced(bySeconds: seconds) }
    }
}
