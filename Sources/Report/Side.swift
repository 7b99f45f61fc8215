/// On whose side a cause lies.
package enum Side: String, Sendable, Hashable, CaseIterable {
    case client
    case network
    case service
    case account
    /// Within the client's process, between signing and sending.
    case inProcess = "in-process"
    /// Between client and service.
    case inFlight = "in-flight"
    /// The server that checked the signature.
    case server
    case key
    case clock
}
