import NIOCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Channel {
    /// Closes the connection so that the client sees a reset (RFC 9293, section 3.10.4).
    ///
    /// A socket that is closed with a lingering time of zero drops what it has not sent and sends a RST (socket(7)).
    func reset() {
        // Under TLS, an end that is announced would be none that breaks off.
        pipeline.triggerUserOutboundEvent(ConnectionResetEvent(), promise: nil)
        guard let options = self as? any SocketOptionProvider else { return close(promise: nil) }
        options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in self.close(promise: nil) }
    }
}

/// The connection is about to be reset.
struct ConnectionResetEvent: Sendable {}
