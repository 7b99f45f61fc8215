/// The bytes of one exchange as they went over the wire.
///
/// What curl added by itself (`Host`, `Accept`, `User-Agent`, `Content-Length`) is there. For HTTP/2 the heads are
/// curl's HTTP/1-like rendering of the header frames. The properties are the raw bytes, **secrets included**; the
/// description masks them.
public struct WireLog: Sendable, Hashable {
    /// The request line and header fields that left, with the final empty line.
    ///
    /// After a retry on a fresh connection, those of the last attempt.
    public var requestHead: [UInt8]

    /// The part of the request's body that left.
    public var requestBody: [UInt8]

    /// The heads of informational (1xx) responses, in order.
    public var informationalHeads: [[UInt8]]

    /// The status line and header fields of the final response, with the final empty line.
    public var responseHead: [UInt8]

    /// The trailer fields after a chunked body.
    public var trailers: [UInt8]

    /// The `CONNECT` request to a proxy, when there was one.
    public var proxyRequestHead: [UInt8]

    /// The proxy's answer to `CONNECT`.
    public var proxyResponseHead: [UInt8]

    /// Makes a log; what is left out is empty.
    public init(
        requestHead: [UInt8] = [],
        requestBody: [UInt8] = [],
        informationalHeads: [[UInt8]] = [],
        responseHead: [UInt8] = [],
        trailers: [UInt8] = [],
        proxyRequestHead: [UInt8] = [],
        proxyResponseHead: [UInt8] = []
    ) {
        self.requestHead = requestHead
        self.requestBody = requestBody
        self.informationalHeads = informationalHeads
        self.responseHead = responseHead
        self.trailers = trailers
        self.proxyRequestHead = proxyRequestHead
        self.proxyResponseHead = proxyResponseHead
    }
}

extension WireLog: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The exchange's heads as text, secret values masked, bodies as byte counts.
    public var description: String {
        var parts: [String] = []
        for head in [proxyRequestHead, proxyResponseHead, requestHead] where !head.isEmpty {
            parts.append(MaskedHead.text(head))
        }
        if !requestBody.isEmpty { parts.append("[body: \(requestBody.count) bytes]\n") }
        for head in informationalHeads + [responseHead, trailers] where !head.isEmpty {
            parts.append(MaskedHead.text(head))
        }
        return parts.joined()
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// A mirror without the raw bytes.
    public var customMirror: Mirror { Mirror(self, children: ["log": description]) }
}
