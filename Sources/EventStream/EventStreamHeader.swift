/// A header of an event-stream message: a name and a typed value.
public struct EventStreamHeader: Sendable, Hashable {
    /// The name, 1 to 255 bytes of UTF-8, compared exactly.
    ///
    /// Those of the protocol begin with a colon.
    public var name: String

    /// The value.
    public var value: Value

    /// Makes a header.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// A value of one of the ten wire types.
    ///
    /// Source: Amazon Event Stream Specification, "Event Stream Header Value" (Smithy).
    public enum Value: Sendable, Hashable {
        /// Types 0 (true) and 1 (false).
        case bool(Bool)
        /// Type 2.
        case int8(Int8)
        /// Type 3.
        case int16(Int16)
        /// Type 4.
        case int32(Int32)
        /// Type 5.
        case int64(Int64)
        /// Type 6, at most 32,767 bytes when encoded.
        case bytes([UInt8])
        /// Type 7, UTF-8, at most 32,767 bytes when encoded.
        case string(String)
        /// Type 8, milliseconds since 1970-01-01T00:00:00Z.
        case timestamp(milliseconds: Int64)
        /// Type 9.
        case uuid(EventStreamUUID)

        /// The number of the type on the wire.
        public var wireType: UInt8 {
            switch self {
            case .bool(true): 0
            case .bool(false): 1
            case .int8: 2
            case .int16: 3
            case .int32: 4
            case .int64: 5
            case .bytes: 6
            case .string: 7
            case .timestamp: 8
            case .uuid: 9
            }
        }
    }
}
