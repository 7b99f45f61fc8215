import CLibSSL

/// A text that OpenSSL reads PEM blocks from, one after another.
@safe
final class PEMSource {
    let bio: OpaquePointer?

    init(_ text: [UInt8]) {
        unsafe bio = BIO_new(BIO_s_mem())
        unsafe text.withUnsafeBytes { bytes in
            _ = unsafe BIO_write(bio, bytes.baseAddress, Int32(clamping: bytes.count))
        }
    }

    deinit { unsafe BIO_free(bio) }
}
