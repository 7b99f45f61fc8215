import NIOCore
import NIOHPACK
import NIOHTTP2
import WireText

/// How an answer becomes frames.
extension StreamExchange {
    /// Writes an answer in one piece.
    func writeWhole(_ response: MockResponse, context: ChannelHandlerContext) {
        let bytes: [UInt8] = if case .bytes(let bytes) = response.body, !isHead { bytes } else { [] }
        writeHead(response, length: response.body.count, end: bytes.isEmpty, context: context)
        if !bytes.isEmpty {
            let data = HTTP2Frame.FramePayload.Data(data: .byteBuffer(ByteBuffer(bytes: bytes)), endStream: true)
            context.write(wrapOutboundOut(.data(data)), promise: nil)
        }
        finish(context: context)
    }

    /// Writes an answer and ends the stream in an error, as that of a malformed request must end.
    func writeBroken(_ response: MockResponse, context: ChannelHandlerContext) {
        let bytes: [UInt8] = if case .bytes(let bytes) = response.body, !isHead { bytes } else { [] }
        writeHead(response, length: isHead ? response.body.count : bytes.count, end: false, context: context)
        write(bytes, context: context).whenFailure { _ in }
        reset(.protocolError, context: context)
    }

    /// Writes status and fields, their names small as HTTP/2 wants them (RFC 9113, section 8.2).
    func writeHead(_ response: MockResponse, length: Int?, end: Bool, context: ChannelHandlerContext) {
        var fields = [(":status", "\(response.status)"), ("date", core.date())]
        for header in response.headers {
            let name = header.name.asciiLowercased
            // What a recording has kept of its own connection.
            if FieldRules.allows(name) { fields.append((name, header.text)) }
        }
        if let length { fields.append(("content-length", "\(length)")) }
        write(fields, end: end, context: context)
    }

    func write(_ fields: [(String, String)], end: Bool, context: ChannelHandlerContext) {
        let block = HTTP2Frame.FramePayload.Headers(headers: HPACKHeaders(fields), endStream: end)
        context.writeAndFlush(wrapOutboundOut(.headers(block)), promise: nil)
    }

    /// Writes a part of a body; done when the client's window has taken it.
    func write(_ bytes: [UInt8], context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        guard !isHead, !bytes.isEmpty else { return context.eventLoop.makeSucceededVoidFuture() }
        let data = HTTP2Frame.FramePayload.Data(data: .byteBuffer(ByteBuffer(bytes: bytes)))
        return context.writeAndFlush(wrapOutboundOut(.data(data)))
    }

    /// Ends the answer behind its last part.
    func end(context: ChannelHandlerContext) {
        let data = HTTP2Frame.FramePayload.Data(data: .byteBuffer(ByteBuffer()), endStream: true)
        context.write(wrapOutboundOut(.data(data)), promise: nil)
        finish(context: context)
    }

    /// Lets the answer go.
    ///
    /// A client that is still sending has a moment to read the answer, as over HTTP/1.1; then it is told that the rest is
    /// not wanted. Some throw an answer away that a reset follows at once. One that opens no window for the answer is idle.
    private func finish(context: ChannelHandlerContext) {
        context.flush()
        if !hasEnded {
            limit(.seconds(1), context: context) { $0.reset(.noError, context: context) }
        } else if phase != .closed {
            limit(core.limits.idle, context: context) { $0.reset(.cancel, context: context) }
        }
    }

    /// Ends the stream without an answer, or in the middle of one.
    func reset(_ code: HTTP2ErrorCode, context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(.rstStream(code)), promise: nil)
    }

    /// The stream's number while nothing of its answer has been sent; nil behind that.
    func unanswered(context: ChannelHandlerContext) -> HTTP2StreamID? {
        switch phase {
        case .waiting, .receiving, .answering: number(context)
        case .sending, .closed: isAbandoned ? number(context) : nil
        }
    }

    private func number(_ context: ChannelHandlerContext) -> HTTP2StreamID? {
        try? context.channel.syncOptions?.getOption(HTTP2StreamChannelOptions.streamID)
    }

    /// Says on the connection that nothing was done about this request, and closes.
    func abandon() {
        isAbandoned = true
        connection.abandon()
    }
}
