import CLibSSL

/// A certificate of X.509 (RFC 5280).
@safe
final class Certificate: @unchecked Sendable {
    // Never changed after it was made, and OpenSSL counts references to it under a lock of its own.
    let pointer: OpaquePointer

    /// Takes over a reference.
    init(_ pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    deinit { unsafe X509_free(pointer) }

    /// Reads every certificate of a PEM text.
    ///
    /// - Throws: what OpenSSL says of the first one that cannot be read; an empty text has none.
    static func all(inPEM text: [UInt8]) throws(OpenSSLFault) -> [Certificate] {
        let source = PEMSource(text)
        var found: [Certificate] = []
        while true {
            ERR_clear_error()
            guard let next = unsafe PEM_read_bio_X509(source.bio, nil, { _, _, _, _ in -1 }, nil) else { break }
            unsafe found.append(Certificate(next))
        }
        let code = ERR_peek_last_error()
        let isEnd =
            clibssl_error_library(code) == ERR_LIB_PEM && clibssl_error_reason(code) == PEM_R_NO_START_LINE
        let fault = OpenSSLFault.take()
        guard isEnd else { throw fault }
        return found
    }

    /// The certificate as a PEM text.
    var pem: [UInt8] {
        let bio = unsafe BIO_new(BIO_s_mem())
        defer { unsafe BIO_free(bio) }
        _ = unsafe PEM_write_bio_X509(bio, pointer)
        return unsafe [UInt8](unsafeUninitializedCapacity: unsafe BIO_ctrl_pending(bio)) { bytes, count in
            count = Int(max(0, unsafe BIO_read(bio, bytes.baseAddress, Int32(clamping: bytes.count))))
        }
    }

    /// Whether it belongs to the key.
    func fits(_ key: PrivateKey) -> Bool {
        defer { ERR_clear_error() }
        return unsafe X509_check_private_key(pointer, key.pointer) == 1
    }

    /// Whether it is its own authority.
    var isSelfSigned: Bool { unsafe X509_check_issued(pointer, pointer) == Int32(X509_V_OK) }

    /// Whether its time is over, by this machine's clock.
    var isOver: Bool { unsafe X509_cmp_current_time(X509_get0_notAfter(pointer)) < 0 }

    /// Whether its time has not begun, by this machine's clock.
    var isAhead: Bool { unsafe X509_cmp_current_time(X509_get0_notBefore(pointer)) > 0 }

    /// Whether a client that calls the name or the address takes the certificate for it (RFC 9525).
    func isFor(_ name: String) -> Bool {
        if unsafe X509_check_ip_asc(pointer, name, 0) == 1 { return true }
        return unsafe X509_check_host(pointer, name, name.utf8.count, 0, nil) == 1
    }
}
