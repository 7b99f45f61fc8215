import Dispatch
import Glibc
import UnixSignals

/// Ends the process two seconds after SIGINT or SIGTERM, whatever it is at.
///
/// Work that is told to wind down looks at that now and then, and not while it reads a file or waits for a pipe; where it
/// keeps every thread on which tasks run, even the task that waits for signals does not run. This runs on a queue of its own.
final class SignalLimit {
    /// How long a run may take to wind down and to write what it has: a little less than what is promised.
    private static let time = DispatchTimeInterval.milliseconds(1900)

    private let sources: [any DispatchSourceSignal]

    /// Begins to watch; the signals must be trapped already, else they end the process by themselves.
    init() {
        let queue = DispatchQueue(label: "doctor.signal-limit")
        sources = [UnixSignal.sigint, .sigterm].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal.rawValue, queue: queue)
            source.setEventHandler {
                queue.asyncAfter(deadline: .now() + Self.time) { endAtOnce(by: signal) }
            }
            source.activate()
            return source
        }
    }

    /// Ends the watch: what a signal has begun to count down is counted on.
    func end() { for source in sources { source.cancel() } }
}
