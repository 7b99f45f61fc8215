package import JSONText
import WireText

/// Bytes, which stand in JSON as base64.
///
/// The text is kept as it came, also when it is not valid: only asking for the bytes looks at it.
public struct Blob: Sendable, Hashable {
    /// The text on the wire.
    public let base64: String

    /// Takes the text on the wire.
    public init(base64: String) {
        self.base64 = base64
    }

    /// Encodes bytes with the standard alphabet and padding (RFC 4648, section 4).
    public init(_ bytes: [UInt8]) {
        base64 = Base64.text(bytes)
    }

    /// Decodes the bytes.
    ///
    /// - Throws: ``BlobError`` when the text is not base64 with the standard alphabet and padding.
    public func bytes() throws(BlobError) -> [UInt8] {
        do {
            return try Base64.decode(base64.utf8.span, allowing: .unusedBits)
        } catch {
            throw BlobError(offset: error.offset, reason: error.description)
        }
    }
}

/// A text that should be bytes and is not base64.
public struct BlobError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The offset of the first byte of the text that does not fit, from 0.
    public let offset: Int
    /// What does not fit there.
    public let reason: String

    /// The error in one line.
    public var description: String {
        "not base64 with padding: \(reason) at byte \(offset) of the text"
    }
}

extension Blob: ShapeValue {
    package static var vacant: Blob { Blob(base64: "") }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .string(let text) = json else { throw JSONShapeError(expected: "bytes in base64", found: json) }
        base64 = text
    }

    package var encoded: JSONValue { .string(base64) }

    package func findFaults(at path: JSONPath, in faults: inout [ShapeFault]) {
        if (try? bytes()) == nil { faults.append(ShapeFault(path: path, problem: .notBase64)) }
    }
}
