/// A growing byte buffer for what is about to be hashed.
///
/// It stands beside the hashing because it is unsafe for the same reason: an array checks at each byte whether it is
/// shared, which for a canonical request costs as much as hashing it. Every write checks that there is room.
@safe
struct ByteWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    /// Makes an empty buffer with room for this many bytes; it grows when that does not suffice.
    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        unsafe base = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    private mutating func grow(for more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe moved.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = moved
        capacity = larger
    }

    /// Forgets what was written and keeps the room.
    mutating func removeAll() { count = 0 }

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

    /// What was written, as an array.
    func bytes() -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            if let start = buffer.baseAddress { unsafe start.update(from: base, count: count) }
            initialized = count
        }
    }

    /// The SHA-256 of what was written.
    func hash() -> SHA256Digest {
        SHA256Digest.hash(unsafe UnsafeBufferPointer(start: base, count: count).span)
    }
}
