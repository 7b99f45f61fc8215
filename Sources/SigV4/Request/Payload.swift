/// The body of a request, as far as signing needs to know it.
public enum Payload: Sendable, Hashable {
    /// No body: the hash of nothing is signed.
    case empty
    /// The body's bytes, which are hashed.
    case bytes([UInt8])
    /// A body that is not signed: the payload line is `UNSIGNED-PAYLOAD`. Few services accept it over TLS.
    case unsigned
    /// The payload line given literally: a hash made elsewhere, or one of the `STREAMING-…` words.
    case hash(String)
}

extension Payload: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of payload, and its size in bytes; never its content.
    public var description: String {
        switch self {
        case .empty: "empty"
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .unsigned: "UNSIGNED-PAYLOAD"
        case .hash(let hash): "hash \(hash)"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["payload": description], displayStyle: .enum)
    }
}
