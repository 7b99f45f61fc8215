import CLibCrypto

/// Digests that SigV4 does not use, and that signers take by mistake: the search for a mistake makes them again.
///
/// MD5 stands in `Content-MD5`, SHA-1 in signature version 2; SHA-512 and SHA-384 come from a wrong constant.
package enum OtherDigest: CaseIterable, Sendable {
    case md5, sha1, sha512, sha384

    package var name: String {
        switch self {
        case .md5: "MD5"
        case .sha1: "SHA-1"
        case .sha512: "SHA-512"
        case .sha384: "SHA-384"
        }
    }

    /// The digest's bytes.
    package func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe digest.withUnsafeMutableBufferPointer { output in
                switch self {
                case .md5: _ = unsafe MD5(input.baseAddress, input.count, output.baseAddress)
                case .sha1: _ = unsafe SHA1(input.baseAddress, input.count, output.baseAddress)
                case .sha512: _ = unsafe SHA512(input.baseAddress, input.count, output.baseAddress)
                case .sha384: _ = unsafe SHA384(input.baseAddress, input.count, output.baseAddress)
                }
            }
        }
        return digest
    }

    /// The HMAC of a message (RFC 2104).
    package func authenticate(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var block = key.count > blockLength ? hash(key) : key
        block += [UInt8](repeating: 0, count: blockLength - block.count)
        return hash(block.map { $0 ^ 0x5c } + hash(block.map { $0 ^ 0x36 } + message))
    }

    private var blockLength: Int {
        switch self {
        case .md5, .sha1: 64
        case .sha512, .sha384: 128
        }
    }

    private var length: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha512: 64
        case .sha384: 48
        }
    }
}
