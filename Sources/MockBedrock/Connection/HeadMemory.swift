import NIOCore
import Synchronization

/// What is remembered of the head that was read last, by whatever connection of an event loop.
///
/// Most connections are of one client, which sends the same lines on all of them. Were each to remember its own, a thousand
/// of them would fetch a thousand copies from memory, which takes longer than what is saved by comparing.
final class HeadMemory {
    var reader = PlainHeadReader()
}

/// The memory of each event loop.
final class HeadMemories: Sendable {
    private let known = Mutex<[ObjectIdentifier: NIOLoopBound<HeadMemory>]>([:])

    /// The memory of an event loop.
    ///
    /// Called on it.
    func memory(on loop: any EventLoop) -> HeadMemory {
        known.withLock { known in
            let memory = known[ObjectIdentifier(loop)] ?? NIOLoopBound(HeadMemory(), eventLoop: loop)
            known[ObjectIdentifier(loop)] = memory
            return memory
        }.value
    }
}
