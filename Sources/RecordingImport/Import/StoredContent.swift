package import JSONText

/// A body as a recorder stored it, its content coding still in place.
package enum StoredContent: Sendable, Hashable {
    /// There was none.
    case none
    /// A JSON document that the recorder stored as a part of its own file.
    case json(JSONValue)
    /// Its bytes.
    case bytes([UInt8])
    /// There was one, but the file does not have it, or not all of its bytes, and why.
    case lost(String)

    /// The bytes that are known.
    package var bytes: [UInt8] {
        switch self {
        case .none, .lost: []
        case .json(let value): value.bytes()
        case .bytes(let bytes): bytes
        }
    }

    /// Text in UTF-8.
    static func text(_ text: String) -> StoredContent { whole(Array(text.utf8)) }

    /// All bytes of a body; none of them is no body.
    static func whole(_ bytes: [UInt8]) -> StoredContent { bytes.isEmpty ? .none : .bytes(bytes) }
}
