import CLibCrypto

/// Comparison whose time depends on the lengths alone, so that a caller cannot learn a secret byte by byte.
enum ConstantTime {
    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBytes { leftBuffer in
            unsafe right.withUnsafeBytes { rightBuffer in
                unsafe CRYPTO_memcmp(leftBuffer.baseAddress, rightBuffer.baseAddress, leftBuffer.count) == 0
            }
        }
    }
}
