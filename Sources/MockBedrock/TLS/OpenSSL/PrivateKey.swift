import CLibSSL

/// A private key in OpenSSL's keeping, which clears it when the last reference goes.
@safe
final class PrivateKey: @unchecked Sendable {
    // Never changed after it was made, and OpenSSL counts references to it under a lock of its own.
    let pointer: OpaquePointer

    /// Makes a key on the curve P-256, which every client of TLS 1.2 and later takes (RFC 8446, section 9.1).
    init() throws(OpenSSLFault) {
        ERR_clear_error()
        var key: OpaquePointer?
        let context = unsafe EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil)
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_keygen_init(context) == 1, unsafe clibssl_use_p256(context) == 1,
            unsafe EVP_PKEY_keygen(context, &key) == 1, let key = unsafe key
        else { throw OpenSSLFault.take() }
        unsafe pointer = key
    }

    /// Reads the first key of a PEM text; one that needs a password is refused.
    init(pem: [UInt8]) throws(OpenSSLFault) {
        ERR_clear_error()
        let source = PEMSource(pem)
        // Without a callback OpenSSL would ask for the password on the terminal.
        guard let key = unsafe PEM_read_bio_PrivateKey(source.bio, nil, { _, _, _, _ in -1 }, nil) else {
            throw OpenSSLFault.take()
        }
        unsafe pointer = key
    }

    deinit { unsafe EVP_PKEY_free(pointer) }
}
