import WireText

/// The last line of a canonical request.
enum PayloadLine: Sendable {
    case hash(SHA256Digest)
    case literal([UInt8])

    /// The line for a payload.
    init(_ payload: Payload) {
        self =
            switch payload {
            case .empty: .literal(Self.emptyHash)
            case .bytes(let bytes): .hash(.hash(bytes.span))
            case .unsigned: .literal(Self.unsigned)
            case .hash(let hash): .literal(Array(hash.utf8))
            }
    }

    /// The line that a request declares in `x-amz-content-sha256`: services expect both to be the same.
    init(declaredIn field: HeaderField) {
        self = .literal(field.canonicalValue)
    }

    /// The hash of no bytes.
    private static let emptyHash = SHA256Digest.hash([]).hexBytes
    static let unsigned = Array("UNSIGNED-PAYLOAD".utf8)

    var bytes: [UInt8] {
        switch self {
        case .hash(let digest): digest.hexBytes
        case .literal(let bytes): bytes
        }
    }
}

extension HeaderField {
    /// The value as it stands in a canonical request.
    package var canonicalValue: [UInt8] {
        // Without white space it is the value itself, which then need not be copied.
        if value.span.smallest > 0x20 { return value }
        var writer = ByteWriter(capacity: value.count)
        writer.append(canonicalHeaderValue: value.span)
        return writer.bytes()
    }
}
