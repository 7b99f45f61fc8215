public import WireText

/// One HTTP request, as it is to leave the machine.
public struct TransportRequest: Sendable {
    /// The method, sent as given: `GET`, `POST`, `HEAD`, `PUT`, ...
    public var method: String

    /// Scheme, host and port: `https://host` or `http://host:port`, without a path.
    public var origin: String

    /// The request target, `/path?query`, sent byte for byte as given.
    ///
    /// Nothing is decoded, encoded, normalised or merged: `%3A`, a raw `:`, `//`, `/../`, a raw space and UTF-8 stay
    /// what they are, because the signature covers them.
    public var target: String

    /// The header fields, in order.
    ///
    /// A `Host` given here replaces the value made from `origin`; curl sends it first and spells its name so.
    public var headers: [HeaderField]

    /// Names of fields that must not be sent although curl adds them by itself: `Accept`, `User-Agent`, `Host`.
    public var absentHeaders: [String]

    /// The body.
    ///
    /// `Content-Length` is made from it; `Content-Type` is only what `headers` says.
    public var body: [UInt8]

    /// How long the stages may take.
    public var timeouts: TransportTimeouts

    /// Makes a request.
    public init(
        method: String,
        origin: String,
        target: String,
        headers: [HeaderField] = [],
        body: [UInt8] = [],
        timeouts: TransportTimeouts = TransportTimeouts(),
        absentHeaders: [String] = []
    ) {
        self.method = method
        self.origin = origin
        self.target = target
        self.headers = headers
        self.absentHeaders = absentHeaders
        self.body = body
        self.timeouts = timeouts
    }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The request in one line, without header values, secret query values or the body.
    public var description: String {
        "\(method) \(origin)\(SensitiveNames.masked(target: Array(target.utf8))) (\(headers.count) fields, body \(body.count) bytes)"
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// A mirror that shows what `description` shows, and the fields with secrets masked.
    public var customMirror: Mirror {
        Mirror(self, children: ["request": description, "headers": headers.description])
    }
}
