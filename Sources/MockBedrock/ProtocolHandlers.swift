import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix

/// The handlers of a connection: those of HTTP/1.1, until its first bytes show that it speaks HTTP/2, behind TLS where the
/// server speaks it.
struct ProtocolHandlers: Sendable {
    let core: MockCore
    let registry: ConnectionRegistry
    let bodies: BodyBudget
    let threads: NIOThreadPool
    let searches: SearchQueue
    let heads: HeadMemories
    /// Where the server is a proxy.
    var gate: ProxyGate?

    /// Puts the handlers of HTTP/1.1 into a new connection.
    func add(to channel: any Channel) throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = core.limits.headBytes
        limits.maxHeaderListSize = core.limits.headBytes
        let decoder = ByteToMessageHandler(
            HTTPRequestDecoder(
                leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: limits))
        let proxy = gate.map { gate in
            (
                gate: gate,
                open: { (context: ChannelHandlerContext, identity: ServerIdentity) in
                    do {
                        try openTunnel(context, identity)
                    } catch {
                        context.close(promise: nil)
                    }
                }
            )
        }
        let tap = RawHeadHandler(
            headBytes: core.limits.headBytes, memory: heads.memory(on: channel.eventLoop), proxy: proxy
        ) { context in
            do {
                try switchProtocol(context, decoder)
            } catch {
                context.close(promise: nil)
            }
        }
        let exchange = ExchangeHandler(
            core: core, tap: tap, registry: registry, bodies: bodies, threads: threads, searches: searches)
        if let identity = core.configuration.identity {
            try channel.pipeline.syncOperations.addHandler(encryption(identity))
        }
        try channel.pipeline.syncOperations.addHandlers([tap, decoder, exchange])
    }

    private func encryption(_ identity: ServerIdentity) -> TLSHandler {
        TLSHandler(identity, limits: core.limits) { [core] in core.record($0) }
    }

    /// Says that there is a tunnel, and puts TLS at its end, which is here.
    private func openTunnel(_ context: ChannelHandlerContext, _ identity: ServerIdentity) throws {
        let pipeline = context.pipeline.syncOperations
        let tap = try pipeline.handler(type: RawHeadHandler.self)
        context.writeAndFlush(
            NIOAny(ByteBuffer(staticString: "HTTP/1.1 200 Connection established\r\n\r\n")), promise: nil)
        let tls = encryption(identity)
        try pipeline.addHandler(tls, position: .before(tap))
        // What a client that does not wait has sent already.
        let bytes = tap.takePending()
        guard bytes.readableBytes > 0 else { return }
        tls.channelRead(context: try pipeline.context(handler: tls), data: NIOAny(bytes))
    }

    /// Puts the handlers of HTTP/2 in their place, and hands them what has come.
    private func switchProtocol(
        _ context: ChannelHandlerContext, _ decoder: ByteToMessageHandler<HTTPRequestDecoder>
    ) throws {
        let pipeline = context.pipeline.syncOperations
        let connection = HTTP2Connection(core: core, registry: registry, bodies: bodies)
        let bound = NIOLoopBound(connection, eventLoop: context.eventLoop)
        let http2 = NIOHTTP2Handler(
            mode: .server, eventLoop: context.eventLoop, connectionConfiguration: configuration
        ) { [self] stream in
            stream.eventLoop.makeCompletedFuture {
                try stream.pipeline.syncOperations.addHandler(
                    StreamExchange(
                        core: core, connection: bound.value, threads: threads, searches: searches))
            }
        }
        let frames = FrameGate { bound.value.overrun() }
        let fields = FieldBlockHandler(mostBytes: core.limits.headBytes) { connection.awaits(block: $0) }
        try pipeline.addHandlers([frames, fields, http2, connection])
        // The decoder leaves the pipeline a moment later; what arrives meanwhile waits in the tap.
        pipeline.removeHandler(decoder).assumeIsolated().whenComplete { _ in
            guard let tap = try? pipeline.handler(type: RawHeadHandler.self) else { return }
            let bytes = tap.takePending()
            pipeline.removeHandler(tap).assumeIsolated().whenComplete { _ in }
            if let exchange = try? pipeline.handler(type: ExchangeHandler.self) {
                pipeline.removeHandler(exchange).assumeIsolated().whenComplete { _ in }
            }
            // Not from the beginning of the pipeline, where TLS may stand.
            guard let context = try? pipeline.context(handler: frames) else { return }
            frames.channelRead(context: context, data: NIOAny(bytes))
            frames.channelReadComplete(context: context)
        }
    }

    /// What a connection of HTTP/2 may do.
    private var configuration: NIOHTTP2Handler.ConnectionConfiguration {
        var configuration = NIOHTTP2Handler.ConnectionConfiguration()
        configuration.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: HTTP2Connection.mostStreams),
            HTTP2Setting(parameter: .maxHeaderListSize, value: core.limits.headBytes),
        ]
        // Judged with the request, so that it is answered; and one of the faults sends a wrong one.
        configuration.contentLengthValidation = .disabled
        // The same: see FieldRules.
        configuration.headerBlockValidation = .disabled
        return configuration
    }
}
