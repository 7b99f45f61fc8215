import Dispatch

/// Does work that cannot be interrupted on a thread of its own, and stops waiting for it when the task is cancelled.
///
/// A read from a terminal waits for ever, and the reading of a huge log takes as long as it takes; neither looks at a
/// task's cancellation, and neither may keep one of the few threads on which tasks run, the one that waits for a signal
/// among them. What the work has handed over until then is kept; the process is expected to end soon.
func abandonedWhenCancelled(_ work: @escaping @Sendable () throws -> Void) async throws {
    _ = try await resultUnlessCancelled(of: work)
}

/// The same for work with a result; nil when the task is cancelled before it is there.
func resultUnlessCancelled<Value: Sendable>(
    of work: @escaping @Sendable () throws -> Value
) async throws -> Value? {
    let (results, continuation) = AsyncThrowingStream<Value, any Error>.makeStream()
    // A queue of its own has a thread of its own while there is work.
    DispatchQueue(label: "doctor.abandonable-work").async {
        do {
            continuation.yield(try work())
            continuation.finish()
        } catch {
            continuation.finish(throwing: error)
        }
    }
    // The stream ends with the work, or when this task is cancelled.
    for try await result in results { return result }
    return nil
}
