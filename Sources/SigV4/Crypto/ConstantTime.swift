/// Comparison whose time depends on the lengths alone, so that a caller cannot learn a secret byte by byte.
enum ConstantTime {
    /// Whether two stretches of bytes are the same.
    ///
    /// Every byte is looked at, eight at a time, and no branch depends on one. libcrypto's comparison takes them one by one,
    /// which for a session token is a tenth of what verifying takes. It stays a function of its own, so that nothing about
    /// the bytes is known where it is compiled.
    @inline(never)
    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt64 = 0
        var index = 0
        while index <= left.count - 8 {
            difference |= left.fullWord(from: index) ^ right.fullWord(from: index)
            index += 8
        }
        while index < left.count {
            difference |= UInt64(left[index] ^ right[index])
            index += 1
        }
        return difference == 0
    }
}
