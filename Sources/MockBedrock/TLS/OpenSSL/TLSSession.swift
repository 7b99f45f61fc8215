import CLibSSL
import NIOCore

/// One side of a TLS connection without its socket: bytes of the wire in and out, plain bytes in and out.
///
/// It is used on one thread at a time.
@safe
final class TLSSession {
    /// How far the handshake is.
    enum Handshake { case underWay, done, failed(OpenSSLFault) }

    /// What there is to read.
    enum Input {
        /// Something was read; there may be more.
        case bytes
        /// The rest has not come.
        case nothing
        /// The other side has said that it sends no more (RFC 8446, section 6.1).
        case ended
        case failed(OpenSSLFault)
    }

    private let connection: OpaquePointer
    // Both belong to the connection.
    private let fromWire: OpaquePointer
    private let toWire: OpaquePointer

    /// The longest plain text of a record (RFC 8446, section 5.1).
    private static let longestRecord = 16 * 1024

    /// A server's side.
    init(_ context: TLSContext) throws(OpenSSLFault) {
        ERR_clear_error()
        guard let connection = unsafe SSL_new(context.pointer), let fromWire = unsafe BIO_new(BIO_s_mem()),
            let toWire = unsafe BIO_new(BIO_s_mem())
        else { throw OpenSSLFault.take() }
        unsafe self.connection = connection
        unsafe self.fromWire = fromWire
        unsafe self.toWire = toWire
        unsafe SSL_set_bio(connection, fromWire, toWire)
        unsafe SSL_set_accept_state(connection)
    }

    deinit { unsafe SSL_free(connection) }

    // MARK: The wire

    /// Takes bytes that came from the wire.
    func take(_ bytes: ByteBuffer) {
        unsafe bytes.withUnsafeReadableBytes { bytes in
            _ = unsafe BIO_write(fromWire, bytes.baseAddress, Int32(clamping: bytes.count))
        }
    }

    /// Gives the bytes that are to be sent; nil if there are none.
    func outgoing(_ allocator: ByteBufferAllocator) -> ByteBuffer? {
        let count = unsafe BIO_ctrl_pending(toWire)
        guard count > 0 else { return nil }
        var buffer = allocator.buffer(capacity: count)
        unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
            Int(max(0, unsafe BIO_read(toWire, bytes.baseAddress, Int32(clamping: count))))
        }
        return buffer
    }

    // MARK: The handshake

    func shakeHands() -> Handshake {
        ERR_clear_error()
        let result = unsafe SSL_do_handshake(connection)
        if result == 1 { return .done }
        switch unsafe SSL_get_error(connection, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .underWay
        default: return .failed(.take())
        }
    }

    /// The name that the client says it calls (RFC 6066, section 3); nil while none is known.
    var serverName: String? {
        unsafe SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name).map { unsafe String(cString: $0) }
    }

    // MARK: Plain bytes

    /// Reads what has come, up to one record.
    func read(into buffer: inout ByteBuffer) -> Input {
        ERR_clear_error()
        var result: Int32 = 0
        unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: Self.longestRecord) { bytes in
            unsafe result = SSL_read(connection, bytes.baseAddress, Int32(clamping: bytes.count))
            return Int(max(0, result))
        }
        if result > 0 { return .bytes }
        switch unsafe SSL_get_error(connection, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .nothing
        case SSL_ERROR_ZERO_RETURN: return .ended
        default: return .failed(.take())
        }
    }

    /// Encrypts bytes, to be fetched with ``outgoing(_:)``.
    func write(_ bytes: ByteBuffer) throws(OpenSSLFault) {
        // OpenSSL takes no empty write.
        guard bytes.readableBytes > 0 else { return }
        ERR_clear_error()
        // What is written into memory is written whole.
        let result = unsafe bytes.withUnsafeReadableBytes { bytes in
            unsafe SSL_write(connection, bytes.baseAddress, Int32(clamping: bytes.count))
        }
        guard result > 0 else { throw OpenSSLFault.take() }
    }

    /// Says that nothing more will be sent.
    func end() {
        ERR_clear_error()
        _ = unsafe SSL_shutdown(connection)
        ERR_clear_error()
    }
}
