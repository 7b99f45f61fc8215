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
