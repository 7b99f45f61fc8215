import CLibSSL

/// A server's settings of TLS: certificate, key, versions and protocols.
@safe
final class TLSContext: @unchecked Sendable {
    // OpenSSL lets threads share a context that is not changed any more (SSL_CTX_new(3), "NOTES").
    let pointer: OpaquePointer
    /// The server's own certificate.
    let certificate: Certificate

    /// - Parameters:
    ///   - certificate: the server's own.
    ///   - chain: what leads from it to an authority.
    init(_ certificate: Certificate, chain: [Certificate], key: PrivateKey) throws(OpenSSLFault) {
        ERR_clear_error()
        guard let context = unsafe SSL_CTX_new(TLS_server_method()) else { throw OpenSSLFault.take() }
        unsafe pointer = context
        self.certificate = certificate
        unsafe clibssl_set_server_options(context)
        guard unsafe clibssl_set_oldest_version(context) == 1,
            unsafe SSL_CTX_set_num_tickets(context, 0) == 1,
            unsafe SSL_CTX_use_certificate(context, certificate.pointer) == 1,
            unsafe SSL_CTX_use_PrivateKey(context, key.pointer) == 1,
            unsafe SSL_CTX_check_private_key(context) == 1
        else { throw OpenSSLFault.take() }
        for other in chain {
            guard unsafe clibssl_add_chain_certificate(context, other.pointer) == 1 else { throw OpenSSLFault.take() }
        }
        unsafe SSL_CTX_set_alpn_select_cb(
            context,
            { _, chosen, length, offered, count, _ in
                // It points into this list, or into the client's.
                var place: UnsafeMutablePointer<UInt8>?
                let ours = TLSContext.protocols
                let outcome = unsafe SSL_select_next_proto(
                    &place, length, ours.utf8Start, UInt32(ours.utf8CodeUnitCount), offered, count)
                // A server that knows none of a client's protocols says so (RFC 7301, section 3.2).
                guard outcome == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_ALERT_FATAL }
                unsafe chosen?.pointee = unsafe UnsafePointer(place)
                return SSL_TLSEXT_ERR_OK
            }, nil)
    }

    deinit { unsafe SSL_CTX_free(pointer) }

    /// The protocols by ALPN's list of names, each behind its length, the preferred one first (RFC 7301, section 3.1).
    ///
    /// Whoever is told to speak HTTP/1.0 offers that (`curl --http1.0`), and is answered as over plain TCP.
    private static let protocols: StaticString = "\u{02}h2\u{08}http/1.1\u{08}http/1.0"
}
