import NIOCore
import NIOPosix

/// A TCP connection that sends exactly the bytes it is given and reads answers one by one.
final class RawConnection {
    struct Ended: Error {}

    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let channel: any Channel
    private var received: [UInt8] = []

    private init(
        channel: any Channel, inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Connects, lets `body` talk, and closes.
    static func with<Result: Sendable>(
        host: String = "127.0.0.1", port: Int, _ body: (RawConnection) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: NIOSingletons.posixEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(RawConnection(channel: channel.channel, inbound: inbound, outbound: outbound))
        }
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    /// Closes the sending side only.
    func finish() {
        outbound.finish()
    }

    /// Reads one answer.
    ///
    /// - Parameter method: The method of the request: the answer to a HEAD has no body.
    func answer(to method: String = "POST") async throws -> RawAnswer {
        while true {
            if let (answer, length) = RawAnswer.parse(received, method: method) {
                received.removeFirst(length)
                return answer
            }
            guard try await more() else { throw Ended() }
        }
    }

    /// Reads everything until the server closes its side.
    func rest() async throws -> [UInt8] {
        while try await more() {}
        defer { received = [] }
        return received
    }

    /// Reads what comes next; nil when the server has closed its side.
    func part() async throws -> [UInt8]? {
        try await inbound.next().map { Array($0.readableBytesView) }
    }

    private func more() async throws -> Bool {
        guard let bytes = try await part() else { return false }
        received.append(contentsOf: bytes)
        return true
    }
}
