/// A response whose body is still coming.
public struct StreamedResponse: Sendable {
    /// Status and header fields, with an empty body; timings and bytes on the wire are those of this moment.
    public var head: TransportResponse

    /// The body, to be read once.
    public var body: ResponseBody
}

extension StreamedResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The status and the number of fields.
    public var description: String {
        "\(head.httpVersion) \(head.status) (\(head.headers.count) fields, body streamed)"
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// A mirror without the raw bytes.
    public var customMirror: Mirror { Mirror(self, children: ["response": description, "head": head.description]) }
}
