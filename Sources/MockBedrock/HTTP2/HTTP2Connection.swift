import NIOCore
import NIOHTTP2

/// A connection that speaks HTTP/2: its streams answer, this keeps it within its bounds and ends it.
final class HTTP2Connection: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private let registry: ConnectionRegistry
    private let limits: MockLimits
    private var context: ChannelHandlerContext?
    private var streams = 0
    private var deadline: NIODeadline = .distantFuture
    private var watch: Scheduled<Void>?
    /// Whether no further stream is begun.
    private var isEnding = false
    /// Whether the connection closes when its last stream does.
    private var endsWithStreams = false

    /// How many requests a connection may have at once.
    static let mostStreams = 100

    init(registry: ConnectionRegistry, limits: MockLimits) {
        self.registry = registry
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        touch()
        startWatch(context: context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
        registry.remove(context.channel)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is DrainEvent: end()
        // Nobody sends more requests, and most often nobody waits for answers.
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // An error of one stream goes to that stream; the rest has been answered with GOAWAY.
        if error is NIOHTTP2Errors.StreamError { return }
        context.close(promise: nil)
    }

    // MARK: Streams

    func streamOpened() {
        streams += 1
        deadline = .distantFuture
    }

    func streamClosed() {
        streams -= 1
        touch()
        if endsWithStreams, streams == 0 { context?.close(promise: nil) }
    }

    /// Tells the client that no further request is taken (GOAWAY), and closes behind the last answer.
    private func end() {
        guard let context, !isEnding else { return }
        (isEnding, endsWithStreams) = (true, true)
        let sent = goAway(answered: .maxID, context: context)
        // Not before the frame has gone: in the middle of reading it waits for the end of that.
        if streams == 0 { sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
    }

    /// Says that nothing was done about a request and those behind it, and closes.
    func abandon(_ stream: HTTP2StreamID) {
        guard let context, !isEnding else { return }
        isEnding = true
        let before = HTTP2StreamID(max(0, Int(stream) - 2))
        goAway(answered: before, context: context).assumeIsolated().whenComplete { _ in
            // Closing at once, while the client still sends, would reset the connection, and the frame might be lost.
            context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { context.close(promise: nil) }
        }
    }

    private func goAway(answered last: HTTP2StreamID, context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        let frame = HTTP2Frame(
            streamID: .rootStream, payload: .goAway(lastStreamID: last, errorCode: .noError, opaqueData: nil))
        return context.writeAndFlush(wrapOutboundOut(frame))
    }

    // MARK: Time

    private func touch() {
        guard streams == 0 else { return }
        deadline = NIODeadline.now() + TimeAmount(limits.idle)
    }

    private func startWatch(context: ChannelHandlerContext) {
        let period = max(limits.idle / 4, .milliseconds(10))
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(period)) {
            if NIODeadline.now() >= self.deadline { self.end() } else { self.startWatch(context: context) }
        }
    }
}
