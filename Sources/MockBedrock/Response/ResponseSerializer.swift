import NIOCore
import WireText

/// Turns an answer into bytes: its head, and the pieces of its body as they are sent.
struct ResponseSerializer {
    /// What the request decides about the form of the answer.
    struct Form: Hashable {
        /// Whether the request was a HEAD: the head of the answer is the same, its body is not sent.
        var isHead = false
        /// Whether the connection stays open.
        var keepsAlive = true
        /// Whether the client knows chunked coding; HTTP/1.0 clients do not.
        var acceptsChunks = true
        /// How the head says that the body is framed, whatever would be right; nil for what is.
        var framing: Framing?
    }

    /// How the end of a body is marked.
    enum Framing: Hashable {
        case length(Int)
        case chunked
    }

    /// Writes the head, and the body unless it comes in pieces.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - date: The value of `Date`.
    ///   - form: What the request decides about the form.
    ///   - buffer: Where the bytes go.
    static func write(_ response: MockResponse, date: String, form: Form, into buffer: inout ByteBuffer) {
        writeHead(response, date: date, form: form, into: &buffer)
        if case .bytes(let bytes) = response.body, !form.isHead { buffer.writeBytes(bytes) }
    }

    /// How the body of an answer is framed.
    static func framing(of response: MockResponse, _ form: Form) -> Framing {
        if let framing = form.framing { return framing }
        if case .pieces = response.body, form.acceptsChunks { return .chunked }
        return .length(response.body.count)
    }

    /// Writes status line and headers with the empty line behind them.
    static func writeHead(_ response: MockResponse, date: String, form: Form, into buffer: inout ByteBuffer) {
        let room = response.headers.reduce(256) { $0 + $1.name.utf8.count + $1.value.count + 4 }
        // In one go: each write of a buffer by itself looks anew for room and for other owners.
        buffer.writeWithOutputRawSpan(minimumWritableBytes: room) { output in
            output.write("HTTP/1.1 ")
            output.write(String(response.status))
            output.write(" ")
            output.write(ReasonPhrase.text(response.status))
            output.write("\r\nDate: ")
            output.write(date)
            for header in response.headers {
                output.write("\r\n")
                output.write(header.name)
                output.write(": ")
                output.write(header.value.span)
            }
            switch framing(of: response, form) {
            case .chunked: output.write("\r\nTransfer-Encoding: chunked")
            case .length(let length):
                output.write("\r\nContent-Length: ")
                output.write(String(length))
            }
            output.write(
                form.keepsAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n")
        }
    }

    /// Writes a piece of a body: a chunk where the client knows chunks.
    static func write(piece bytes: [UInt8], chunked: Bool, into buffer: inout ByteBuffer) {
        // A chunk of no bytes would end the body (RFC 9112, section 7.1).
        guard !bytes.isEmpty else { return }
        if chunked {
            buffer.writeString(String(bytes.count, radix: 16))
            buffer.writeStaticString("\r\n")
        }
        buffer.writeBytes(bytes)
        if chunked { buffer.writeStaticString("\r\n") }
    }

    /// Writes what follows the last piece.
    static func writeEnd(chunked: Bool, into buffer: inout ByteBuffer) {
        if chunked { buffer.writeStaticString("0\r\n\r\n") }
    }
}

extension OutputRawSpan {
    fileprivate mutating func write(_ text: String) {
        let utf8 = text.utf8
        write(utf8.span)
    }

    fileprivate mutating func write(_ bytes: borrowing Span<UInt8>) {
        for index in bytes.indices { append(bytes[index]) }
    }
}
