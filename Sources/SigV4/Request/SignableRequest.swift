public import WireText

/// A request as it stands on the wire: what a client is about to sign, or what a server has received.
///
/// ``target`` is the path and query exactly as in the request line. The signature covers what is sent, so nothing
/// here is decoded, encoded or reordered.
public struct SignableRequest: Sendable, Hashable {
    /// The method, in capitals as HTTP sends it.
    public var method: String
    /// `path?query` exactly as on the wire; an empty target stands for `/`.
    public var target: [UInt8]
    /// The header fields in the order sent.
    ///
    /// `host` must be among them (for HTTP/2: the value of `:authority`).
    public var headers: [HeaderField]
    /// The body.
    public var payload: Payload

    /// Makes a request from a target in text.
    public init(method: String, target: String, headers: [HeaderField], payload: Payload) {
        self.init(method: method, targetBytes: Array(target.utf8), headers: headers, payload: payload)
    }

    /// Makes a request from a target in bytes, which need not be UTF-8.
    public init(method: String, targetBytes: [UInt8], headers: [HeaderField], payload: Payload) {
        self.method = method
        self.target = targetBytes
        self.headers = headers
        self.payload = payload
    }

    /// The values of all fields with this name, in the order sent.
    public func values(of name: String) -> [[UInt8]] {
        headers.filter { $0.isNamed(name) }.map(\.value)
    }
}

extension SignableRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The request line, the headers and the size of the body, credentials masked.
    public var description: String {
        var lines = ["\(method) \(Redaction.redacted(target: target))"]
        lines += headers.map(\.description)
        return lines.joined(separator: "\n") + "\n(\(payload))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["request": description], displayStyle: .struct)
    }
}
