import NetworkTerms

/// The body of a streamed response: chunks as they arrive, for one reader.
///
/// Nothing is read from the network beyond a bounded amount while the reader is busy elsewhere. When the reader's task
/// is cancelled, or the last copy of the body is released before its end, the transfer is removed and its connection
/// closed.
public struct ResponseBody: AsyncSequence, Sendable {
    /// A body ends with the transport's error when it does not end well.
    public typealias Failure = TransportError

    private let source: Source

    init(_ source: Source) { self.source = source }

    /// The reading end; all iterators share it.
    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    /// Timings and the bytes of the heads, once the body has ended; `nil` before that, and after a failure.
    public var completion: TransportResponse? { try? source.channel.end?.get() }

    /// Reads chunks.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let source: Source

        /// The next chunk, `nil` at the end of the body.
        ///
        /// - Throws: ``TransportError`` when the body does not end well, or the task is cancelled.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(TransportError) -> BodyChunk? {
            try await source.next()
        }

        /// The next chunk, `nil` at the end of the body.
        ///
        /// - Throws: ``TransportError`` when the body does not end well, or the task is cancelled.
        public mutating func next() async throws(TransportError) -> BodyChunk? { try await source.next() }
    }
}

extension ResponseBody {
    /// The whole rest of the body.
    ///
    /// - Throws: ``TransportError`` with the code `responseTooLarge` when there is more than the limit.
    public func collect(limit: Int) async throws(TransportError) -> [UInt8] {
        var bytes: [UInt8] = []
        var iterator = makeAsyncIterator()
        while let chunk = try await iterator.next() {
            guard bytes.count + chunk.bytes.count <= limit else {
                throw TransportError(
                    code: .responseTooLarge, message: "The response's body is larger than \(limit) bytes.",
                    nextStep: "Raise the limit if such a response is expected.")
            }
            bytes += chunk.bytes
        }
        return bytes
    }
}

extension ResponseBody {
    /// The reader's hold on a transfer: when nobody holds it any more, the transfer ends.
    ///
    /// It keeps the transport, whose release would cancel the transfer too.
    final class Source: Sendable {
        let channel: BodyChannel
        private let transport: any AnyObject & Sendable
        private let cancel: @Sendable () -> Void

        init(_ channel: BodyChannel, of transport: any AnyObject & Sendable, cancel: @escaping @Sendable () -> Void) {
            self.channel = channel
            self.transport = transport
            self.cancel = cancel
        }

        deinit { if channel.end == nil { cancel() } }

        func next() async throws(TransportError) -> BodyChunk? {
            let (channel, cancel) = (channel, cancel)
            let outcome = await withTaskCancellationHandler {
                await channel.next()
            } onCancel: {
                cancel()
            }
            return try outcome.get()
        }
    }
}
