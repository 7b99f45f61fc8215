/// What stands around data that is compressed with deflate (RFC 1951).
package enum DeflateFrame: Sendable {
    /// A gzip file (RFC 1952).
    case gzip
    /// zlib's header and checksum (RFC 1950), which is what HTTP calls `deflate`.
    case zlib
    /// Nothing, as some senders of `deflate` have it.
    case none

    /// The size of the window in bits, with the frame as zlib's manual adds it: 32 KB, which reads every file.
    var windowBits: Int32 {
        switch self {
        case .gzip: 15 + 16
        case .zlib: 15
        case .none: -15
        }
    }
}
