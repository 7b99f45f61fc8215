/// The 128 bits of a header value of type UUID.
public struct EventStreamUUID: Sendable, Hashable {
    /// The first eight bytes, in network order.
    public let high: UInt64

    /// The last eight bytes, in network order.
    public let low: UInt64

    /// Makes a UUID of its two halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension EventStreamUUID: CustomStringConvertible {
    /// The usual form of 8-4-4-4-12 hexadecimal digits (RFC 9562).
    public var description: String {
        func digits(_ value: UInt64, _ count: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: count - text.count) + text
        }
        return [
            digits(high >> 32, 8), digits(high >> 16 & 0xFFFF, 4), digits(high & 0xFFFF, 4), digits(low >> 48, 4),
            digits(low & 0xFFFF_FFFF_FFFF, 12),
        ].joined(separator: "-")
    }
}
