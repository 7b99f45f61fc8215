public import WireText

/// A complete HTTP response.
///
/// A status of 300 or more is a response too, not an error.
public struct TransportResponse: Sendable {
    /// The status code.
    public var status: Int

    /// The protocol of the status line: `HTTP/1.0`, `HTTP/1.1`, `HTTP/2`.
    public var httpVersion: String

    /// The header fields in the order in which they came, repeated ones included.
    public var headers: [HeaderField]

    /// The body, with any transfer coding removed and any content coding left.
    public var body: [UInt8]

    /// When the stages were reached.
    public var timings: TransferTimings

    /// The bytes that went out and came in.
    public var wire: WireLog

    /// Makes a response.
    public init(
        status: Int,
        httpVersion: String,
        headers: [HeaderField],
        body: [UInt8],
        timings: TransferTimings,
        wire: WireLog
    ) {
        self.status = status
        self.httpVersion = httpVersion
        self.headers = headers
        self.body = body
        self.timings = timings
        self.wire = wire
    }

    /// The text of the first field of this name, or `nil`; names compare without regard to case.
    public func header(_ name: String) -> String? { headers.text(of: name) }
}

extension TransportResponse: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The status and sizes, without the body: a service may echo secrets in it.
    public var description: String {
        "\(httpVersion) \(status) (\(headers.count) fields, body \(body.count) bytes)"
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// A mirror without the body.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["response": description, "headers": headers.description, "wire": wire.description])
    }
}
