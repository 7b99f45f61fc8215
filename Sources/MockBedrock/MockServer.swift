import NIOCore
import NIOPosix
import Synchronization

/// A server that behaves as Amazon Bedrock does towards a client: it verifies, then replays or plays an account.
///
/// It listens on loopback unless configured otherwise and keeps the bounds of ``MockLimits``. It runs until
/// ``shutdown()``.
public final class MockServer: Sendable {
    let core: MockCore
    private let registry: ConnectionRegistry
    private let group: MultiThreadedEventLoopGroup
    private let threads: NIOThreadPool
    private let searches: SearchQueue
    private let listener: any Channel
    private let ending = Mutex<Task<MockSummary, Never>?>(nil)

    /// The address that the server listens on, as it was configured.
    public let host: String
    /// The port that the server listens on.
    public let port: Int

    /// The address as clients want it, such as `http://127.0.0.1:8080`; `https` when it speaks TLS.
    public var endpoint: String {
        let scheme = core.configuration.identity == nil ? "http" : "https"
        return host.contains(":") ? "\(scheme)://[\(host)]:\(port)" : "\(scheme)://\(host):\(port)"
    }

    private init(
        core: MockCore, registry: ConnectionRegistry, group: MultiThreadedEventLoopGroup, threads: NIOThreadPool,
        searches: SearchQueue, listener: any Channel, host: String, port: Int
    ) {
        self.core = core
        self.registry = registry
        self.group = group
        self.threads = threads
        self.searches = searches
        self.listener = listener
        self.host = host
        self.port = port
    }

    /// Starts a server; it accepts connections when this returns.
    ///
    /// - Parameter configuration: Where to listen, whom to believe, what to answer.
    /// - Throws: ``MockServerError`` when the address cannot be bound, or the configuration would refuse everybody.
    public static func start(_ configuration: MockServerConfiguration) async throws(MockServerError) -> MockServer {
        let hasKeys = !configuration.bearerKeys.isEmpty || configuration.account?.bearerKeys.isEmpty == false
        guard !configuration.credentials.isEmpty || hasKeys || configuration.relay != nil else {
            throw MockServerError(
                code: .noCredentials,
                message:
                    "The mock server has no credentials, so it would refuse every request: give it a key pair or an API key."
            )
        }
        guard !configuration.regions.isEmpty else {
            throw MockServerError(
                code: .noRegions,
                message: "The mock server has no region, so it would refuse every request: give it one.")
        }
        let core = MockCore(configuration)
        let registry = ConnectionRegistry(limit: configuration.limits.connections)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, configuration.eventLoops))
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        let searches = SearchQueue(limit: configuration.limits.searches, time: configuration.limits.search)
        do {
            let listener = try await bootstrap(
                group, core: core, registry: registry, threads: threads, searches: searches
            )
            .bind(host: configuration.host, port: configuration.port).get()
            return MockServer(
                core: core, registry: registry, group: group, threads: threads, searches: searches,
                listener: listener, host: configuration.host, port: listener.localAddress?.port ?? configuration.port)
        } catch {
            await searches.shutdown()
            try? await threads.shutdownGracefully()
            try? await group.shutdownGracefully()
            throw MockServerError(
                code: .cannotListen,
                message:
                    "Cannot listen on \(configuration.host), port \(configuration.port): \(ListenFailure.text(error))")
        }
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, core: MockCore, registry: ConnectionRegistry, threads: NIOThreadPool,
        searches: SearchQueue
    ) -> ServerBootstrap {
        let bodies = BodyBudget(core.limits.allBodyBytes)
        let heads = HeadMemories()
        let configuration = core.configuration
        let gate = configuration.proxy.map {
            ProxyGate($0, regions: configuration.regions, host: configuration.host)
        }
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            // A loop that is busy comes to its listener once for all connections that have something to say: with as few as
            // NIO takes at a time, the last of a thousand clients would wait for seconds.
            .serverChannelOption(.maxMessagesPerRead, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(AcceptPause())
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            // A client may close its sending side after a request and still wait for the answer.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try ProtocolHandlers(
                        core: core, registry: registry, bodies: bodies, threads: threads, searches: searches,
                        heads: heads, gate: gate
                    ).add(to: channel)
                }
            }
    }

    /// What the server did so far.
    public func summary() -> MockSummary {
        let counts = registry.counts
        return core.summary(connections: counts.accepted, rejected: counts.rejected)
    }

    /// Stops the server: no new connection is accepted, answers under way are sent, then every connection is closed.
    ///
    /// It may be called more than once; every call waits for the end and gives the same summary.
    ///
    /// - Returns: What the server did from its start.
    public func shutdown() async -> MockSummary {
        let task = ending.withLock { ending in
            if let ending { return ending }
            let task = Task { await self.end() }
            ending = task
            return task
        }
        return await task.value
    }

    private func end() async -> MockSummary {
        try? await listener.close().get()
        let channels = registry.drain()
        // A client that waits for the cause of a refusal gets what is known so far.
        searches.stop()
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(DrainEvent()) }
        // Whatever is still open at the end of the grace period is cut off.
        let cutOff = group.next().scheduleTask(in: TimeAmount(core.limits.shutdown)) {
            for channel in channels { channel.close(promise: nil) }
        }
        for channel in channels { try? await channel.closeFuture.get() }
        cutOff.cancel()
        await core.relayTasks.finished()
        let summary = summary()
        await searches.shutdown()
        try? await threads.shutdownGracefully()
        try? await group.shutdownGracefully()
        return summary
    }
}
