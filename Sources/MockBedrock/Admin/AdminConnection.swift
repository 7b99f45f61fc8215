import NIOCore
import NIOHTTP1
import WireText

/// Answers the requests of one connection to the admin endpoint, on its event loop.
final class AdminConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase { case idle, receiving, answering, closing }

    private let admission: AdminAdmission
    private let registry: ConnectionRegistry
    private let limits: AdminLimits
    private let answer: AdminServer.Answer

    private var phase = Phase.idle
    private var head: HTTPRequestHead?
    private var target: (path: Substring, query: Substring) = ("", "")
    private var body: [UInt8] = []
    private var task: Task<Void, Never>?
    private var timeout: Scheduled<Void>?
    /// Tells an answer that comes too late from the one that is waited for.
    private var number = 0

    init(
        _ admission: AdminAdmission, _ registry: ConnectionRegistry, _ limits: AdminLimits,
        _ answer: @escaping AdminServer.Answer
    ) {
        self.admission = admission
        self.registry = registry
        self.limits = limits
        self.answer = answer
    }

    // MARK: Life of the connection

    func channelActive(context: ChannelHandlerContext) {
        guard case .accepted = registry.admit(context.channel) else { return context.close(promise: nil) }
        limit(limits.idle, context) { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        phase = .closing
        task?.cancel()
        timeout?.cancel()
        registry.remove(context.channel)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func limit(_ time: Duration, _ context: ChannelHandlerContext, _ act: @escaping () -> Void) {
        timeout?.cancel()
        timeout = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time), act)
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head) where phase == .idle: begin(head, context)
        case .body(let part) where phase == .receiving: receive(part, context)
        case .end where phase == .receiving: run(context)
        default: break
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        phase = .receiving
        self.head = head
        body = []
        limit(limits.idle, context) { context.close(promise: nil) }
        do throws(AdminAdmission.Refusal) {
            target = try admission.target(of: head)
        } catch {
            refuse(error, context)
        }
    }

    private func receive(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard body.count + part.readableBytes <= limits.bodyBytes else {
            return refuse(
                AdminAdmission.Refusal(status: 413, message: "expected at most \(limits.bodyBytes) bytes"), context)
        }
        body.append(contentsOf: part.readableBytesView)
    }

    /// Refuses a request of which there may be more to come, so the connection ends with it.
    private func refuse(_ refusal: AdminAdmission.Refusal, _ context: ChannelHandlerContext) {
        head?.headers.replaceOrAdd(name: "connection", value: "close")
        write(.error(refusal.status, refusal.message), context)
    }

    // MARK: Answering

    private func run(_ context: ChannelHandlerContext) {
        guard let head else { return }
        phase = .answering
        number += 1
        let request = AdminRequest(
            head.method == .HEAD ? "GET" : head.method.rawValue,
            PercentCoding.decodedText(Array(target.path.utf8).span),
            query: Self.pairs(target.query), body: body)
        body = []
        let (current, answer, loop) = (number, answer, context.eventLoop)
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        let late = AdminAnswer.error(503, "the answer takes too long")
        limit(limits.answer, context) { self.finish(current, late, context) }
        task = Task {
            let answer = await answer(request)
            // The event loop may be gone too by then.
            guard !Task.isCancelled else { return }
            loop.execute {
                let (connection, context) = bound.value
                connection.finish(current, answer, context)
            }
        }
    }

    private static func pairs(_ query: Substring) -> [(name: String, value: String)] {
        query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                PercentCoding.decodedText(Array(parts[0].utf8).span),
                parts.count > 1 ? PercentCoding.decodedText(Array(parts[1].utf8).span) : ""
            )
        }
    }

    private func finish(_ number: Int, _ answer: AdminAnswer, _ context: ChannelHandlerContext) {
        guard phase == .answering, number == self.number else { return }
        task?.cancel()
        task = nil
        write(answer, context)
    }

    private func write(_ answer: AdminAnswer, _ context: ChannelHandlerContext) {
        let request = head
        let keepsAlive = request?.isKeepAlive == true && !registry.isDraining
        var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.text) } + Self.usual)
        if answer.status != 204 { headers.add(name: "Content-Length", value: "\(answer.body.count)") }
        if !keepsAlive { headers.add(name: "Connection", value: "close") }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request?.method != .HEAD, !answer.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        // The end lets the next request in, if it is there already. What is refused may still be sending: closing at once could
        // lose it the answer.
        phase = keepsAlive ? .idle : .closing
        limit(keepsAlive ? limits.idle : .seconds(1), context) { context.close(promise: nil) }
        let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !keepsAlive { sent.assumeIsolated().whenComplete { _ in context.close(mode: .output, promise: nil) } }
    }

    /// What every answer carries: it is kept nowhere, and no other site's page may have a part of it.
    private static let usual = [
        ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}
