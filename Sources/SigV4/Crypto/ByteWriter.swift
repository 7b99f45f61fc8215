/// A growing byte buffer for what is about to be hashed.
///
/// It stands beside the hashing because it is unsafe for the same reason: an array checks at each byte whether it is
/// shared, which for a canonical request costs as much as hashing it. Every write checks that there is room; when the
/// room that it was given does not suffice, it moves to memory of its own.
@safe
struct ByteWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var ownsMemory: Bool
    private(set) var count = 0

    /// Makes an empty buffer with room for this many bytes.
    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        unsafe base = .allocate(capacity: self.capacity)
        ownsMemory = true
    }

    private init(over buffer: UnsafeMutableBufferPointer<UInt8>, from start: UnsafeMutablePointer<UInt8>) {
        unsafe base = start
        capacity = buffer.count
        ownsMemory = false
    }

    deinit {
        if ownsMemory { unsafe base.deallocate() }
    }

    @inline(never)
    private mutating func grow(for more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe moved.update(from: base, count: count)
        if ownsMemory { unsafe base.deallocate() }
        unsafe base = moved
        capacity = larger
        ownsMemory = true
    }

    /// An array of what `body` writes, which is expected to be about `capacity` bytes.
    @inline(__always)
    static func array(capacity: Int, _ body: (inout ByteWriter) -> Void) -> [UInt8] {
        withTemporary(capacity: capacity) { writer in
            body(&writer)
            return writer.bytes()
        }
    }

    /// Lets `body` write to memory that is gone afterwards; on the stack, if about `capacity` bytes have room there.
    @inline(__always)
    static func withTemporary<Result>(capacity: Int, _ body: (inout ByteWriter) -> Result) -> Result {
        // A literal both times: with anything else the memory would come from the heap.
        guard capacity <= 1024 else {
            var writer = ByteWriter(capacity: capacity)
            return body(&writer)
        }
        return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { buffer in
            guard let start = buffer.baseAddress else {
                var writer = ByteWriter(capacity: capacity)
                return body(&writer)
            }
            var writer = unsafe ByteWriter(over: buffer, from: start)
            return body(&writer)
        }
    }

    /// Lets `body` read what was written, from a place on.
    @inline(__always)
    func withBytes<Result>(from start: Int = 0, _ body: (Span<UInt8>) -> Result) -> Result {
        precondition(start >= 0 && start <= count)
        return body(unsafe UnsafeBufferPointer(start: base + start, count: count - start).span)
    }

    /// What was written, from a place on, as an array.
    func bytes(from start: Int = 0) -> [UInt8] {
        precondition(start >= 0 && start <= count)
        let count = count - start
        // `Array(buffer)` would look up the array's metadata at each call.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: count))
        return bytes
    }
}

extension ByteWriter {
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(for: 1) }
        unsafe base[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) {
        if bytes.count > capacity - count { grow(for: bytes.count) }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe (base + count).update(from: start, count: buffer.count)
        }
        count += bytes.count
    }

    /// Writes once more what stands in a range.
    mutating func appendAgain(_ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        if range.count > capacity - count { grow(for: range.count) }
        unsafe (base + count).update(from: base + range.lowerBound, count: range.count)
        count += range.count
    }

    /// Writes text that is known when the program is built.
    @inline(__always)
    mutating func append(_ literal: StaticString) {
        if literal.utf8CodeUnitCount > capacity - count { grow(for: literal.utf8CodeUnitCount) }
        unsafe (base + count).update(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
        count += literal.utf8CodeUnitCount
    }

    /// Writes the first `length` bytes (at most eight) of a word, the highest first.
    @inline(__always)
    mutating func append(word: UInt64, length: Int = 8) {
        if capacity - count < 8 { grow(for: 8) }
        unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: word.bigEndian, as: UInt64.self)
        count += min(length, 8)
    }

    /// Writes a digest as 64 lower-case hexadecimal digits.
    mutating func append(hexOf digest: SHA256Digest) {
        if capacity - count < 64 { grow(for: 64) }
        let start = unsafe UnsafeMutableRawPointer(base + count)
        digest.withBytes { bytes in
            unsafe bytes.withUnsafeBytes { source in
                let pairs = unsafe UnsafeRawPointer(HexadecimalPairs.text.utf8Start)
                for index in 0..<32 {
                    let pair = unsafe pairs.loadUnaligned(fromByteOffset: 2 * Int(source[index]), as: UInt16.self)
                    unsafe start.storeBytes(of: pair, toByteOffset: 2 * index, as: UInt16.self)
                }
            }
        }
        count += 64
    }
}

/// The small hexadecimal digits of every byte, to be copied two at a time.
enum HexadecimalPairs {
    /// Two digits for each byte, in order.
    static let text: StaticString = """
        000102030405060708090a0b0c0d0e0f\
        101112131415161718191a1b1c1d1e1f\
        202122232425262728292a2b2c2d2e2f\
        303132333435363738393a3b3c3d3e3f\
        404142434445464748494a4b4c4d4e4f\
        505152535455565758595a5b5c5d5e5f\
        606162636465666768696a6b6c6d6e6f\
        707172737475767778797a7b7c7d7e7f\
        808182838485868788898a8b8c8d8e8f\
        909192939495969798999a9b9c9d9e9f\
        a0a1a2a3a4a5a6a7a8a9aaabacadaeaf\
        b0b1b2b3b4b5b6b7b8b9babbbcbdbebf\
        c0c1c2c3c4c5c6c7c8c9cacbcccdcecf\
        d0d1d2d3d4d5d6d7d8d9dadbdcdddedf\
        e0e1e2e3e4e5e6e7e8e9eaebecedeeef\
        f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff
        """
}
