import NIOCore

/// Stops accepting for a moment where that fails, as it does when the process has as many descriptors as it may.
///
/// The connections that wait would otherwise be tried again at once, and for ever. NIO's own handler for it,
/// `AcceptBackoffHandler`, does not stop the listener from being asked for reading, so the loop would spin all the same.
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let length = TimeAmount.milliseconds(100)
    private var isPausing = false

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is IOError else { return context.fireErrorCaught(error) }
        guard !isPausing else { return }
        isPausing = true
        let channel = context.channel
        channel.setOption(.autoRead, value: false).whenComplete { _ in }
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.length) {
            self.isPausing = false
            channel.setOption(.autoRead, value: true).whenComplete { _ in }
        }
    }
}
