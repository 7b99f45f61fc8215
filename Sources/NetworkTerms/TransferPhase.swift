/// A stage of a transfer, as errors name it.
public enum TransferPhase: Sendable, Hashable {
    /// Waiting for a free connection.
    case queued
    /// Resolving the name of the host or of the proxy.
    case nameLookup
    /// Connecting by TCP, or through a proxy.
    case connecting
    /// The TLS handshake.
    case tlsHandshake
    /// Sending the request.
    case sendingRequest
    /// The request is sent and no byte of the response has come.
    case waitingForResponse
    /// Reading the response.
    case readingResponse
}

extension TransferPhase: CustomStringConvertible {
    /// The stage in words, to follow "while".
    public var description: String {
        switch self {
        case .queued: "waiting for a free connection"
        case .nameLookup: "looking up the name"
        case .connecting: "connecting"
        case .tlsHandshake: "setting up TLS"
        case .sendingRequest: "sending the request"
        case .waitingForResponse: "waiting for the response"
        case .readingResponse: "reading the response"
        }
    }
}
