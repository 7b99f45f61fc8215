import Glibc
import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// A server that speaks whatever a test writes: one script for each connection, and every request kept as it came.
final class RawServer: Sendable {
    typealias Script = @Sendable (inout RawConnection) async throws -> Void

    struct Request: Sendable {
        let head: [UInt8]
        let body: [UInt8]

        var headText: String { String(decoding: head, as: UTF8.self) }
        var requestLine: String { String(headText.prefix { $0 != "\r\n" }) }
        func value(_ name: String) -> String? { values(name).first }
        func values(_ name: String) -> [String] {
            headText.split(separator: "\r\n").dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name.lowercased() else {
                    return nil
                }
                return String(line[line.index(after: colon)...].drop { $0 == " " })
            }
        }
    }

    let port: Int
    private let record = Mutex((requests: [Request](), connections: 0))

    var requests: [Request] { record.withLock { $0.requests } }
    var connections: Int { record.withLock { $0.connections } }
    var origin: String { "http://127.0.0.1:\(port)" }

    private init(port: Int) { self.port = port }

    func keep(_ request: Request) { record.withLock { $0.requests.append(request) } }

    /// Runs a server for as long as the body runs; scripts still at work are cancelled then.
    static func running<Value>(
        _ script: @escaping Script, body: (RawServer) async throws -> Value
    ) async throws -> Value {
        LiveTrait.expect()
        let (accepted, acceptor) = AsyncStream.makeStream(of: RawChannel.self)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { channel in
                channel.pipeline.addHandler(RawReader(acceptor))
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = RawServer(port: listener.localAddress?.port ?? 0)
        let serving = Task {
            await withDiscardingTaskGroup { scripts in
                for await raw in accepted {
                    server.record.withLock { $0.connections += 1 }
                    scripts.addTask { await Self.serve(raw, server, script) }
                }
            }
        }
        func stop() async {
            serving.cancel()
            acceptor.finish()
            await serving.value
            try? await listener.close()
        }
        do {
            let value = try await body(server)
            await stop()
            return value
        } catch {
            await stop()
            throw error
        }
    }

    private static func serve(_ raw: RawChannel, _ server: RawServer, _ script: Script) async {
        var connection = RawConnection(
            server: server, channel: raw.channel, inbound: raw.bytes.makeAsyncIterator())
        // A script that ends with an error has lost its client: what matters is what the client says.
        try? await script(&connection)
        try? await raw.channel.close()
    }
}

/// An accepted connection: its channel and what comes in on it.
struct RawChannel: Sendable {
    let channel: any Channel
    let bytes: AsyncStream<[UInt8]>
}

/// Feeds what is read into a stream.
///
/// Nothing is read before a script asks for it.
private final class RawReader: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let acceptor: AsyncStream<RawChannel>.Continuation
    private let bytes: AsyncStream<[UInt8]>
    private let feed: AsyncStream<[UInt8]>.Continuation

    init(_ acceptor: AsyncStream<RawChannel>.Continuation) {
        self.acceptor = acceptor
        (bytes, feed) = AsyncStream.makeStream(of: [UInt8].self)
    }

    func channelActive(context: ChannelHandlerContext) {
        acceptor.yield(RawChannel(channel: context.channel, bytes: bytes))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        feed.yield(Array(unwrapInboundIn(data).readableBytesView))
    }

    func channelInactive(context: ChannelHandlerContext) { feed.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// One connection, as a script sees it.
struct RawConnection {
    let server: RawServer
    let channel: any Channel
    var inbound: AsyncStream<[UInt8]>.Iterator
    var buffer: [UInt8] = []

    /// Reads one request with its body, or `nil` at the end of the connection.
    mutating func request() async throws -> RawServer.Request? {
        guard let head = try await head() else { return nil }
        let probe = RawServer.Request(head: head, body: [])
        let length = probe.value("content-length").flatMap { Int($0) } ?? 0
        while buffer.count < length { guard try await more() else { return nil } }
        let request = RawServer.Request(head: head, body: Array(buffer.prefix(length)))
        buffer.removeFirst(length)
        server.keep(request)
        return request
    }

    /// Reads up to the empty line that ends a head.
    mutating func head() async throws -> [UInt8]? {
        var searched = 0
        while true {
            if let end = endOfHead(from: searched) {
                let head = Array(buffer[..<end])
                buffer.removeFirst(end)
                return head
            }
            searched = max(buffer.count - 3, 0)
            guard try await more() else { return nil }
        }
    }

    private func endOfHead(from start: Int) -> Int? {
        guard buffer.count >= start + 4 else { return nil }
        return (start...(buffer.count - 4)).first { buffer[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
            .map { $0 + 4 }
    }

    mutating func more() async throws -> Bool {
        channel.read()
        guard let chunk = await inbound.next() else { return false }
        buffer += chunk
        return true
    }

    func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)) }
    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    func respond(_ body: String = "ok", headers: String = "") async throws {
        try await send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }

    /// Ends the connection with a TCP reset.
    func reset() async throws {
        try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        try await channel.close().get()
    }

    /// Holds the connection open until the client or the test ends it.
    mutating func hold() async throws { while try await more() {} }
}

/// Answers every request of a connection with 200.
let alwaysOK: RawServer.Script = { connection in
    while try await connection.request() != nil { try await connection.respond() }
}
