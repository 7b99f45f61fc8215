import Glibc
import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// What a scripted server does with one request.
enum ScriptedAction: Sendable {
    case answer(_ status: Int, _ headers: [(String, String)] = [], _ body: String = "")
    /// Sends a head with chunked coding, each piece as a chunk, and then what the ending says.
    case stream(_ pieces: [[UInt8]], _ ending: ScriptedEnding = .complete, type: String = eventStreamType)
    /// Sends bytes as they are, and then what the ending says.
    case raw(_ text: String, _ ending: ScriptedEnding)
    /// Reads, and never answers.
    case hang
    /// Closes the connection without a byte.
    case close
}

/// How an answer that was begun ends.
enum ScriptedEnding: Sendable {
    /// As it must.
    case complete
    /// With the end of the connection, in the middle.
    case cut
    /// With a TCP reset, in the middle.
    case reset
    /// With a chunk whose length is no number.
    case malformedChunk
    /// Never.
    case hang
}

let eventStreamType = "application/vnd.amazon.eventstream"

/// A loopback server that answers the n-th request, from 0, as a script says, and keeps what arrived.
final class ScriptedServer: Sendable {
    typealias Script = @Sendable (_ number: Int, _ request: ReceivedRequest) -> ScriptedAction

    private let channel: any Channel
    private let log: RequestLog

    var port: Int { channel.localAddress?.port ?? 0 }
    var url: String { "http://127.0.0.1:\(port)" }
    var received: [ReceivedRequest] { log.requests.withLock { $0 } }

    private init(_ channel: any Channel, _ log: RequestLog) {
        self.channel = channel
        self.log = log
    }

    static func start(_ script: @escaping Script) async throws -> ScriptedServer {
        LiveTrait.expect()
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ScriptedConnection(log: log, script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedServer(channel, log)
    }

    func stop() async {
        try? await channel.close()
    }

    /// Runs a server for the time of a closure.
    static func run(_ script: @escaping Script, _ use: (ScriptedServer) async throws -> Void) async throws {
        let server = try await start(script)
        do {
            try await use(server)
            await server.stop()
        } catch {
            await server.stop()
            throw error
        }
    }
}

private final class RequestLog: Sendable {
    let requests = Mutex<[ReceivedRequest]>([])

    func append(_ request: ReceivedRequest) -> Int {
        requests.withLock {
            $0.append(request)
            return $0.count - 1
        }
    }
}

private final class ScriptedConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let log: RequestLog
    private let script: ScriptedServer.Script
    private var pending: [UInt8] = []

    init(log: RequestLog, script: @escaping ScriptedServer.Script) {
        self.log = log
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        pending += unwrapInboundIn(data).readableBytesView
        while let request = ReceivedRequest(takingFrom: &pending) {
            switch script(log.append(request), request) {
            case .answer(let status, let headers, let body):
                var head = "HTTP/1.1 \(status) Scripted\r\n"
                for (name, value) in headers { head += "\(name): \(value)\r\n" }
                head += "content-length: \(body.utf8.count)\r\n\r\n"
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head + body)), promise: nil)
            case .stream(let pieces, let ending, let type):
                var bytes = Array(
                    "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nx-amzn-RequestId: 7e57-1d\r\n".utf8)
                bytes += Array("Transfer-Encoding: chunked\r\n\r\n".utf8)
                for piece in pieces where !piece.isEmpty {
                    bytes += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [13, 10]
                }
                if case .complete = ending { bytes += Array("0\r\n\r\n".utf8) }
                send(bytes, ending, context)
            case .raw(let text, let ending): send(Array(text.utf8), ending, context)
            case .hang: break
            case .close: context.close(promise: nil)
            }
        }
    }

    private func send(_ bytes: [UInt8], _ ending: ScriptedEnding, _ context: ChannelHandlerContext) {
        var bytes = bytes
        if case .malformedChunk = ending { bytes += Array("zz\r\n".utf8) }
        let sent = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: sent)
        let channel = context.channel
        sent.futureResult.whenComplete { _ in
            switch ending {
            case .complete, .hang: break
            case .cut, .malformedChunk: channel.close(promise: nil)
            case .reset:
                // The client reads what was sent before a reset only if it does so in time.
                channel.eventLoop.scheduleTask(in: .milliseconds(50)) {
                    _ = (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
                    channel.close(promise: nil)
                }
            }
        }
    }
}
