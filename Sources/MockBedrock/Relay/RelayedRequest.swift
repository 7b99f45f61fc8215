import SigV4
public import WireText

/// A request that is answered from elsewhere, as it was received.
public struct RelayedRequest: Sendable {
    /// The method.
    public let method: String
    /// Path and query exactly as on the wire.
    public let target: [UInt8]
    /// The header fields in the order received, those of the connection and the signature included.
    public let headers: [HeaderField]
    /// The body, chunked coding removed.
    public let body: [UInt8]
}

/// Answers a request from elsewhere; called in a task of its own, which is cancelled when the client has gone.
///
/// An answer that is not ended when it returns is broken off.
public typealias Relay = @Sendable (RelayedRequest, RelayedAnswer) async -> Void
