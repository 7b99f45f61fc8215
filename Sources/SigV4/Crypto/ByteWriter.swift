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
            for index in 0..<4 {
                let word = bytes.fullWord(from: 8 * index)
                let digits = (UInt64.digits(of: word >> 32), UInt64.digits(of: word & 0xFFFF_FFFF))
                unsafe start.storeBytes(of: digits.0.bigEndian, toByteOffset: 16 * index, as: UInt64.self)
                unsafe start.storeBytes(of: digits.1.bigEndian, toByteOffset: 16 * index + 8, as: UInt64.self)
            }
        }
        count += 64
    }
}
