/// A JSON number, kept as it is spelt.
///
/// `==` compares spellings; ``isEquivalent(to:)`` compares values, exactly and at any size.
public struct JSONNumber: Sendable, Hashable {
    /// The spelling, by the grammar of RFC 8259 section 6.
    public let literal: String

    /// A whole number.
    public init(_ value: Int) { literal = String(value) }

    /// A whole number.
    public init(_ value: Int64) { literal = String(value) }

    /// A number in the shortest spelling that reads back as the same `Double`; nil if it is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        literal = value.description
    }

    /// A number of the given spelling; nil if that is no JSON number (`01`, `+1`, `.5`, `NaN`).
    public init?(literal: String) {
        let bytes = literal.utf8.span
        guard case .success(bytes.count) = NumberGrammar.end(in: bytes, from: 0) else { return nil }
        self.literal = literal
    }

    /// A number whose spelling the reader has checked.
    init(checked literal: String) { self.literal = literal }

    /// The value as a 64-bit integer if it is exactly one (`1.0` and `10e-1` are 1), else nil.
    public var int64: Int64? {
        if let plain = Int64(literal) { return plain }
        return DecimalValue(literal).int64
    }

    /// The nearest `Double`; infinite where the value is beyond its range.
    public var double: Double { Double(literal) ?? .nan }

    /// Whether both have the same value: `1`, `1.0` and `1e0` do, `0` and `-0` do, and no digit is rounded away.
    public func isEquivalent(to other: JSONNumber) -> Bool {
        if literal == other.literal { return true }
        return DecimalValue(literal) == DecimalValue(other.literal)
    }
}

extension JSONNumber: CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The spelling.
    public var description: String { literal }

    /// A whole number.
    public init(integerLiteral value: Int64) { self.init(value) }
}
