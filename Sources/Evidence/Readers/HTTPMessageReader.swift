import WireText

/// A request or an answer in the form of HTTP/1.1: pasted, dumped by a server, or printed by an SDK.
///
/// Source: RFC 9112, sections 2 to 7.
package struct HTTPMessageReader: LogReader {
    static let marks = ["HTTP/"]

    /// The messages in a text that holds nothing else.
    static func events(in text: [UInt8]) -> [LogEvent] {
        var cursor = LogCursor(InputText(message: text))
        return read(&cursor) ?? []
    }

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        if let start = HTTPRequestLine(cursor.line) {
            let head = HTTPFields.read(from: cursor, offset: 1)
            let body = body(after: head, cursor, of: .request(head.fields))
            var request = ObservedRequest(
                method: start.method, target: Array(start.target), headers: head.fields, host: start.host)
            request.body = body.map { $0.bytes.isEmpty ? .none : .whole($0.bytes) } ?? .unknown
            cursor.advance(head.lines + 1)
            if let body { cursor.move(toByte: body.end) }
            return [.request(request)]
        }
        if let prefixed = PrefixedMessage.events(&cursor) { return prefixed }
        if let status = HTTPStatusLine(cursor.line) {
            let head = HTTPFields.read(from: cursor, offset: 1)
            // An interim answer is none: the final one follows.
            let body = status.code < 200 ? nil : body(after: head, cursor, of: .response)
            cursor.advance(head.lines + 1)
            if let body { cursor.move(toByte: body.end) }
            guard status.code >= 200 else { return [] }
            let headers = head.fields
            return [
                .response(ObservedResponse(status: status.code, headers: headers, body: body.map { $0.bytes } ?? []))
            ]
        }
        return nil
    }

    // MARK: Bodies

    private enum Side {
        case request([HeaderField])
        case response
    }

    private struct Body {
        let bytes: [UInt8]
        /// The place behind it in the input.
        let end: Int
    }

    /// The body behind a head; `nil` when it is not shown whole.
    private static func body(after head: HTTPFields, _ cursor: LogCursor, of side: Side) -> Body? {
        guard let start = cursor.peek(head.lines + 1)?.startIndex else {
            // A head that the input ends in says nothing of a body, unless it says that there is none.
            return head.contentLength == nil || head.contentLength == 0 ? Body(bytes: [], end: .max) : nil
        }
        let rest = cursor.input.bytes[start...]
        if let length = head.contentLength, length <= rest.count {
            let body = rest.prefix(length)
            // A length that ends in the middle of a line is of other bytes than these.
            let following = rest.dropFirst(length)
            if following.first.map({ $0 == 0x0A || $0 == 0x0D }) ?? true || startsMessage(following) {
                return Body(bytes: Array(body), end: body.endIndex)
            }
        }
        let end = endOfMessage(cursor, from: head.lines + 1)
        var shown = cursor.input.bytes[start..<end]
        if head.isChunked, let whole = ChunkedBody.decoded(shown) { return Body(bytes: whole, end: end) }
        // A body of bytes may end in one that looks like a line break.
        if !shown.contains(0) {
            while let last = shown.last, last == 0x0A || last == 0x0D { shown = shown.dropLast() }
        }
        switch side {
        case .response:
            return Body(bytes: Array(shown), end: end)
        case .request:
            // What is signed is the bytes; with another length than was sent these are not they.
            let isTold = head.contentLength != nil || head.isChunked
            return isTold ? nil : Body(bytes: Array(shown), end: end)
        }
    }

    /// The place where the next message begins, or the fence around this one ends, or the input.
    private static func endOfMessage(_ cursor: LogCursor, from offset: Int) -> Int {
        var offset = offset
        while let line = cursor.peek(offset) {
            if startsMessage(line) || cursor.isFence(offset) { return line.startIndex }
            offset += 1
        }
        return cursor.input.bytes.count
    }

    private static func startsMessage(_ text: ByteText) -> Bool {
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        return HTTPStatusLine(line) != nil || HTTPRequestLine(line) != nil
    }
}

extension ObservedRequest {
    /// A request by its head alone: the request line and the header fields, as they went over the wire.
    package init?(head: [UInt8]) {
        guard case .request(let request)? = HTTPMessageReader.events(in: head).first else { return nil }
        self = request
    }
}
