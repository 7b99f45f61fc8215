import Glibc

/// A thread of its own for the event loop, which blocks and so must not run on Swift's shared threads.
enum LoopThread {
    private final class Start {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs the closure on a new detached thread.
    static func start(_ body: @escaping @Sendable () -> Void) {
        let context = unsafe Unmanaged.passRetained(Start(body)).toOpaque()
        var thread = pthread_t()
        let failure = unsafe pthread_create(
            &thread, nil,
            { context in
                if let context = unsafe context {
                    let start = unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
                    start.body()
                }
                return nil
            }, context)
        // Without a thread nothing could ever answer: it is as fatal as being out of memory.
        guard failure == 0 else { fatalError("No thread for the HTTP event loop: errno \(failure).") }
        pthread_detach(thread)
    }
}
