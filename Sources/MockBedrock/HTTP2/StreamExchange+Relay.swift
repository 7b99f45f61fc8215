import NIOCore
import NIOHTTP2
import WireText

extension StreamExchange: RelayedExchange {
    /// Hands the request to the relay.
    func relay(_ ticket: RelayTicket, started: NIODeadline, context: ChannelHandlerContext) {
        relayNumber += 1
        phase = .sending
        relayed = (ticket.outcome, started)
        let (relay, request) = (ticket.relay, ticket.request)
        let answer = RelayedAnswer(self, number: relayNumber, context)
        relayTask = core.relayTasks.start {
            await relay(request, answer)
            answer.breakOff()
        }
    }

    func isRelaying(_ number: Int) -> Bool { phase == .sending && relayTask != nil && number == relayNumber }

    func beginRelayed(
        status: Int, headers: [HeaderField], length: Int?, context: ChannelHandlerContext
    ) -> EventLoopFuture<Void> {
        countRelayed(status: status)
        let response = MockResponse(status: status, headers: ExchangeHandler.forwarded(headers), body: .pieces([]))
        writeHead(response, length: length, end: false, context: context)
        return context.eventLoop.makeSucceededVoidFuture()
    }

    func sendRelayed(_ bytes: [UInt8], context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        write(bytes, context: context)
    }

    func endRelayed(context: ChannelHandlerContext) {
        relayTask = nil
        end(context: context)
    }

    func breakOffRelayed(context: ChannelHandlerContext) {
        countRelayed(status: 0)
        relayTask = nil
        reset(.internalError, context: context)
    }

    /// Counts an answer from elsewhere, once: its status is that of its head, or 0 if none came.
    func countRelayed(status: Int) {
        guard var answer = relayed.take() else { return }
        answer.outcome.entry.status = status
        core.record(answer.outcome, latency: Duration(NIODeadline.now() - answer.started))
    }
}
