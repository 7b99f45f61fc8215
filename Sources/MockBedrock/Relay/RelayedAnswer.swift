import NIOCore
import SigV4
import Synchronization
public import WireText

/// The way back to the client of a request that is answered from elsewhere.
///
/// Each call returns when its bytes have gone to the system, so an answer is read no faster than the client takes it.
public final class RelayedAnswer: Sendable {
    /// The client has closed its connection.
    public struct ClientGone: Error, Sendable {}

    private let loop: any EventLoop
    private let exchange: NIOLoopBound<any RelayedExchange>
    private let context: NIOLoopBound<ChannelHandlerContext>
    /// Which of the connection's requests is answered.
    private let number: Int
    /// Whether nothing more can be sent: the answer has ended, or the client has gone.
    private let isOver = Atomic(false)

    init(_ exchange: any RelayedExchange, number: Int, _ context: ChannelHandlerContext) {
        self.number = number
        loop = context.eventLoop
        self.exchange = NIOLoopBound(exchange, eventLoop: context.eventLoop)
        self.context = NIOLoopBound(context, eventLoop: context.eventLoop)
    }

    /// Sends the head of the answer.
    ///
    /// - Parameters:
    ///   - status: the status.
    ///   - headers: the fields to send; those of the connection, the framing and `Date` are left out.
    ///   - length: the length of the body if it is known; without it the body is sent in chunks.
    /// - Throws: ``ClientGone``
    public func begin(status: Int, headers: [HeaderField], length: Int?) async throws(ClientGone) {
        try await run { $0.beginRelayed(status: status, headers: headers, length: length, context: $1) }
    }

    /// Sends a part of the body.
    ///
    /// - Throws: ``ClientGone``
    public func send(_ bytes: [UInt8]) async throws(ClientGone) {
        try await run { $0.sendRelayed(bytes, context: $1) }
    }

    /// Ends the answer: the connection may carry the next one.
    public func end() async {
        try? await run { exchange, context in
            exchange.endRelayed(context: context)
            return context.eventLoop.makeSucceededVoidFuture()
        }
        isOver.store(true, ordering: .relaxed)
    }

    /// Breaks the answer off, so that the client sees that it is not whole; does nothing behind ``end()``.
    func breakOff() {
        // The event loop may be gone too by then.
        guard !isOver.load(ordering: .relaxed), !Task.isCancelled else { return }
        let (exchange, context, number) = (exchange, context, number)
        loop.execute {
            // The connection may already carry the next request.
            guard exchange.value.isRelaying(number) else { return }
            exchange.value.breakOffRelayed(context: context.value)
        }
    }

    private func run(
        _ step: @escaping @Sendable (any RelayedExchange, ChannelHandlerContext) -> EventLoopFuture<Void>
    ) async throws(ClientGone) {
        let (exchange, context, number) = (exchange, context, number)
        do {
            try await loop.flatSubmit { () -> EventLoopFuture<Void> in
                guard exchange.value.isRelaying(number) else {
                    return context.value.eventLoop.makeFailedFuture(ClientGone())
                }
                return step(exchange.value, context.value)
            }.get()
        } catch {
            isOver.store(true, ordering: .relaxed)
            throw ClientGone()
        }
    }
}

/// What the connection does for an answer from elsewhere; everything on its event loop.
protocol RelayedExchange: AnyObject {
    /// Whether the answer from elsewhere to the request of that number is under way.
    func isRelaying(_ number: Int) -> Bool

    func beginRelayed(
        status: Int, headers: [HeaderField], length: Int?, context: ChannelHandlerContext
    ) -> EventLoopFuture<Void>

    func sendRelayed(_ bytes: [UInt8], context: ChannelHandlerContext) -> EventLoopFuture<Void>

    func endRelayed(context: ChannelHandlerContext)

    func breakOffRelayed(context: ChannelHandlerContext)
}
