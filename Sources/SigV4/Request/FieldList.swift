import WireText

/// The header fields of a request followed by some more, without copying the first ones.
struct FieldList: Sendable {
    let base: [HeaderField]
    /// The fields behind those of the request.
    private(set) var added: [HeaderField] = []

    init(_ base: [HeaderField], capacityForMore: Int = 0) {
        self.base = base
        if capacityForMore > 0 { added.reserveCapacity(capacityForMore) }
    }

    var count: Int { base.count + added.count }

    subscript(index: Int) -> HeaderField { index < base.count ? base[index] : added[index - base.count] }

    mutating func append(_ field: HeaderField) { added.append(field) }
}

extension ByteWriter {
    /// Writes the canonical value of a field; false if it cannot be sent as it is.
    @inline(__always)
    mutating func append(canonicalValueOf fields: FieldList, at index: Int) -> Bool {
        // Through a span, an element is read in place; through the array it would be retained first.
        if index < fields.base.count {
            let list = fields.base.span
            return append(canonicalHeaderValue: list[index].value.span)
        }
        let list = fields.added.span
        return append(canonicalHeaderValue: list[index - fields.base.count].value.span)
    }
}
