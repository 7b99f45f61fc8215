import NetworkTerms
import Synchronization

/// What the loop's thread hands to the reader of a streamed response: the head, chunks, and the end.
///
/// What has come and was not yet read is bounded: a chunk that is offered while there is too much is refused, the
/// transfer pauses, and the reader asks for it to go on.
final class BodyChannel: Sendable {
    /// What ended, however it ended: the response without its body, or why there is none.
    typealias End = Result<TransportResponse, TransportError>

    /// How much may wait before the transfer pauses.
    ///
    /// Single bytes cost more than themselves, so chunks count too.
    fileprivate enum Limit {
        static let bytes = 256 * 1024
        static let chunks = 4096
    }

    fileprivate struct State {
        var head: TransportResponse?
        var end: End?
        /// The chunks that were not read yet, and some that were, before `first`.
        var chunks: [BodyChunk] = []
        var first = 0
        var waitingBytes = 0
        var isPaused = false
        var headReader: CheckedContinuation<Result<TransportResponse, TransportError>, Never>?
        var reader: CheckedContinuation<Result<BodyChunk?, TransportError>, Never>?
    }

    private let state = Mutex(State())
    private let resume: @Sendable () -> Void

    /// - Parameter resume: Lets a paused transfer go on; called on the reader's thread.
    init(resume: @escaping @Sendable () -> Void) { self.resume = resume }

    // MARK: The loop's side

    func deliver(_ head: TransportResponse) {
        let reader = state.withLock { state in
            state.head = head
            return state.headReader.take()
        }
        reader?.resume(returning: .success(head))
    }

    /// Takes a chunk; `false` when there is too much unread, and then the reader will ask for more.
    func offer(_ chunk: BodyChunk) -> Bool {
        let (isTaken, reader) = state.withLock { state in
            if let reader = state.reader.take() { return (true, Optional(reader)) }
            guard state.waitingBytes < Limit.bytes, state.chunks.count - state.first < Limit.chunks else {
                state.isPaused = true
                return (false, nil)
            }
            state.chunks.append(chunk)
            state.waitingBytes += chunk.bytes.count
            return (true, nil)
        }
        reader?.resume(returning: .success(chunk))
        return isTaken
    }

    /// Says that nothing more comes.
    func finish(_ end: End) {
        let (headReader, reader) = state.withLock { state in
            if state.end == nil { state.end = end }
            // Whoever cancelled does not want what is left.
            if case .failure(let error) = end, error.code == .cancelled { state.drop() }
            return (state.headReader.take(), state.reader.take())
        }
        switch end {
        case .success:
            // The head comes before the end, so nobody waits for it here.
            reader?.resume(returning: .success(nil))
        case .failure(let error):
            headReader?.resume(returning: .failure(error))
            reader?.resume(returning: .failure(error))
        }
    }

    // MARK: The reader's side

    func head() async -> Result<TransportResponse, TransportError> {
        await withCheckedContinuation { continuation in
            let known: Result<TransportResponse, TransportError>? = state.withLock { state in
                if let head = state.head { return .success(head) }
                if case .failure(let error) = state.end { return .failure(error) }
                state.headReader = continuation
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// The next chunk, `nil` at the end.
    func next() async -> Result<BodyChunk?, TransportError> {
        await withCheckedContinuation { continuation in
            let (known, resumes): (Result<BodyChunk?, TransportError>?, Bool) = state.withLock { state in
                if let chunk = state.takeFirst() { return (.success(chunk), state.wantsMore()) }
                switch state.end {
                case .success: return (.success(nil), false)
                case .failure(let error): return (.failure(error), false)
                case nil:
                    state.reader = continuation
                    return (nil, state.wantsMore())
                }
            }
            if resumes { resume() }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// How it ended, `nil` before that.
    var end: End? { state.withLock { $0.end } }
}

extension BodyChannel.State {
    fileprivate mutating func takeFirst() -> BodyChunk? {
        guard first < chunks.count else { return nil }
        let chunk = chunks[first]
        first += 1
        waitingBytes -= chunk.bytes.count
        // Each chunk is moved at most once more: no queue grows for ever.
        if first >= 64, first * 2 >= chunks.count {
            chunks.removeFirst(first)
            first = 0
        }
        return chunk
    }

    /// Whether a paused transfer shall go on, now that there is room for more.
    fileprivate mutating func wantsMore() -> Bool {
        guard isPaused, waitingBytes <= BodyChannel.Limit.bytes / 2,
            chunks.count - first <= BodyChannel.Limit.chunks / 2
        else { return false }
        isPaused = false
        return true
    }

    fileprivate mutating func drop() {
        chunks = []
        first = 0
        waitingBytes = 0
    }
}
