import CLibCrypto

/// The storage behind ``Secret``: bytes that are cleared when the last reference goes.
///
/// Bytes that were handed out (a session token becomes a header value) live on in their copies; what stayed here is
/// overwritten.
@safe
final class SecretBytes: @unchecked Sendable {
    // Written in `init`, read-only until `deinit`: safe to share between threads, and never accessed while written.
    @exclusivity(unchecked) private var storage: [UInt8]

    var bytes: [UInt8] { unsafe storage }

    init(_ bytes: [UInt8]) {
        unsafe storage = bytes
    }

    deinit {
        unsafe storage.withUnsafeMutableBytes { buffer in
            unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        }
    }
}
