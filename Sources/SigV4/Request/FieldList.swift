/// The header fields of a request followed by some more, without copying the first ones.
struct FieldList {
    private let base: [HeaderField]
    /// The fields behind those of the request.
    private(set) var added: [HeaderField] = []

    init(_ base: [HeaderField], capacityForMore: Int = 0) {
        self.base = base
        added.reserveCapacity(capacityForMore)
    }

    var count: Int { base.count + added.count }

    @inline(__always)
    subscript(index: Int) -> HeaderField { index < base.count ? base[index] : added[index - base.count] }

    mutating func append(_ field: HeaderField) { added.append(field) }
}
