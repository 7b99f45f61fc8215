import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A listener of its own, on 127.0.0.1 alone and in plain HTTP, for those who watch and steer a mock server.
///
/// What it answers is a parameter. It admits only requests that know the secret and were sent by no other site's page, and
/// keeps the bounds of ``AdminLimits``.
public final class AdminServer: Sendable {
    /// Answers one request, in a task that is cancelled when nobody waits for the answer any more.
    public typealias Answer = @Sendable (AdminRequest) async -> AdminAnswer

    private let group: MultiThreadedEventLoopGroup
    private let registry: ConnectionRegistry
    private let listener: any Channel
    private let ending = Mutex<Task<Void, Never>?>(nil)
    /// The port that it listens on.
    public let port: Int
    /// The address, the secret in it and a slash at its end.
    public let address: String

    private init(
        group: MultiThreadedEventLoopGroup, registry: ConnectionRegistry, listener: any Channel, port: Int,
        secret: AdminSecret
    ) {
        self.group = group
        self.registry = registry
        self.listener = listener
        self.port = port
        address = "http://127.0.0.1:\(port)/\(secret.text)/"
    }

    /// Starts a listener; it accepts connections when this returns.
    ///
    /// - Parameters:
    ///   - port: Where to listen; 0 lets the system choose.
    ///   - secret: What every path begins with.
    ///   - limits: How much may be asked at once, and for how long.
    ///   - answer: Answers what was admitted.
    /// - Throws: ``MockServerError`` when the port cannot be bound.
    public static func start(
        port: Int = 0, secret: AdminSecret, limits: AdminLimits = AdminLimits(), answer: @escaping Answer
    ) async throws(MockServerError) -> AdminServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let registry = ConnectionRegistry(limit: limits.connections)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let own = channel.parent?.localAddress?.port ?? port
                    let connection = AdminConnection(
                        AdminAdmission(port: own, secret: secret), registry, limits, answer)
                    var decoding = NIOHTTPDecoderLimitConfiguration()
                    decoding.maxHeaderFieldSize = limits.headBytes
                    decoding.maxHeaderListSize = limits.headBytes
                    let decoder = ByteToMessageHandler(
                        HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding))
                    try channel.pipeline.syncOperations.addHandlers([
                        HTTPResponseEncoder(), decoder, HTTPServerPipelineHandler(), connection,
                    ])
                }
            }
        do {
            let listener = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            return AdminServer(
                group: group, registry: registry, listener: listener, port: listener.localAddress?.port ?? port,
                secret: secret)
        } catch {
            try? await group.shutdownGracefully()
            throw MockServerError(
                code: .cannotListen,
                message:
                    "Cannot listen on 127.0.0.1, port \(port), for the admin endpoint: \(ListenFailure.text(error))")
        }
    }

    /// Stops the listener: its connections are closed, and answers that are waited for are cancelled.
    ///
    /// It may be called more than once; every call waits for the end.
    public func shutdown() async {
        let task = ending.withLock { ending in
            if let ending { return ending }
            let task = Task { await self.end() }
            ending = task
            return task
        }
        await task.value
    }

    private func end() async {
        try? await listener.close().get()
        let channels = registry.drain()
        for channel in channels { channel.close(promise: nil) }
        for channel in channels { try? await channel.closeFuture.get() }
        try? await group.shutdownGracefully()
    }
}
