import WireText

/// The third line of a canonical request, made from the query as it stands on the wire.
///
/// Names and values are decoded and encoded again, so that every spelling of a byte gives the same line; a `+` is a
/// plus, not a space. They are sorted by encoded name, then by encoded value. A name without `=` gets one. Empty pairs
/// (`a&&b`) are left out.
struct CanonicalQuery {
    /// The parameters of presigned URLs.
    enum Parameter {
        static let algorithm = "X-Amz-Algorithm"
        static let credential = "X-Amz-Credential"
        static let date = "X-Amz-Date"
        static let expires = "X-Amz-Expires"
        static let signedHeaders = "X-Amz-SignedHeaders"
        static let securityToken = "X-Amz-Security-Token"
        static let signature = "X-Amz-Signature"
    }

    /// A parameter in its canonical form: `text[name]`, `text[value]`.
    private struct Item {
        let name: Range<Int>
        let value: Range<Int>
    }

    private let text: [UInt8]
    private var items: [Item] = []

    /// Reads `target[range]`, leaving out the parameters whose names are in `excluded`.
    init(_ target: [UInt8], in range: Range<Int>, excluding excluded: [String] = []) {
        var writer = ByteWriter(capacity: range.count * 3 / 2)
        for pair in QueryPair.all(in: target, range) {
            if !excluded.isEmpty {
                let name = PercentCoding.decode(target[pair.name].span)
                if excluded.contains(where: { $0.utf8.elementsEqual(name) }) { continue }
            }
            let start = writer.count
            writer.append(normalizingEscapesOf: target, in: pair.name)
            let middle = writer.count
            writer.append(normalizingEscapesOf: target, in: pair.value)
            items.append(Item(name: start..<middle, value: middle..<writer.count))
        }
        let bytes = writer.bytes()
        text = bytes
        items.sort { left, right in
            Self.precedes(bytes, left.name, right.name)
                ?? Self.precedes(bytes, left.value, right.value) ?? false
        }
    }

    /// Writes the line, without a line feed.
    func append(to writer: inout ByteWriter) {
        for (index, item) in items.enumerated() {
            if index > 0 { writer.append(UInt8(ascii: "&")) }
            writer.append(text, in: item.name)
            writer.append(UInt8(ascii: "="))
            writer.append(text, in: item.value)
        }
    }

    /// Whether one stretch of bytes sorts before another; nil if they are equal.
    private static func precedes(_ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool? {
        for offset in 0..<min(left.count, right.count) {
            let leftByte = bytes[left.lowerBound + offset]
            let rightByte = bytes[right.lowerBound + offset]
            if leftByte != rightByte { return leftByte < rightByte }
        }
        return left.count == right.count ? nil : left.count < right.count
    }
}
