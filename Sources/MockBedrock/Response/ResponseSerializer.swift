import NIOCore

/// Turns an answer into the bytes of one write.
struct ResponseSerializer {
    /// What the request decides about the form of the answer.
    struct Form: Hashable {
        /// Whether the request was a HEAD: the head of the answer is the same, its body is not sent.
        var isHead = false
        /// Whether the connection stays open.
        var keepsAlive = true
        /// Whether the client knows chunked coding; HTTP/1.0 clients do not.
        var acceptsChunks = true
    }

    /// Writes the answer.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - date: The value of `Date`.
    ///   - form: What the request decides about the form.
    ///   - buffer: Where the bytes go.
    static func write(_ response: MockResponse, date: String, form: Form, into buffer: inout ByteBuffer) {
        buffer.writeStaticString("HTTP/1.1 ")
        buffer.writeString(String(response.status))
        buffer.writeStaticString(" ")
        buffer.writeString(ReasonPhrase.text(response.status))
        buffer.writeStaticString("\r\nDate: ")
        buffer.writeString(date)
        for header in response.headers {
            buffer.writeStaticString("\r\n")
            buffer.writeString(header.name)
            buffer.writeStaticString(": ")
            buffer.writeString(header.value)
        }
        var chunked = false
        if case .chunks = response.body, form.acceptsChunks { chunked = true }
        if chunked {
            buffer.writeStaticString("\r\nTransfer-Encoding: chunked")
        } else {
            buffer.writeStaticString("\r\nContent-Length: ")
            buffer.writeString(String(response.body.count))
        }
        buffer.writeString(form.keepsAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n")
        guard !form.isHead else { return }
        switch response.body {
        case .bytes(let bytes):
            buffer.writeBytes(bytes)
        case .chunks(let chunks):
            for chunk in chunks where !chunk.isEmpty {
                if chunked {
                    buffer.writeString(String(chunk.count, radix: 16))
                    buffer.writeStaticString("\r\n")
                }
                buffer.writeBytes(chunk)
                if chunked { buffer.writeStaticString("\r\n") }
            }
            if chunked { buffer.writeStaticString("0\r\n\r\n") }
        }
    }
}
