import WireText

/// Which header fields of a list are signed, in the order of the canonical request.
///
/// The fields themselves stay in their list, which every function takes: it must be the one that was used to build this.
struct CanonicalHeaders: Sendable {
    /// A field to sign: its name, and its place in the list.
    private struct Entry: Sendable {
        let key: HeaderNameKey
        let index: Int
    }

    /// Sorted by lower-case name; fields of one name in their order of appearance.
    private var entries: [Entry] = []

    /// Makes an empty selection with room for this many fields.
    init(capacity: Int) {
        entries.reserveCapacity(capacity)
    }

    /// Takes the fields with the given names.
    init(_ fields: FieldList, only names: HeaderNames) {
        self.init(capacity: fields.count)
        for index in 0..<fields.count {
            let key = HeaderNameKey(fields[index].name)
            if names.contains(key, fields[index].name) { append(key, index) }
        }
        sort(of: fields)
    }

    /// Adds a field behind all others; ``sort(of:)`` puts it where it belongs.
    @inline(__always)
    mutating func append(_ key: HeaderNameKey, _ index: Int) {
        entries.append(Entry(key: key, index: index))
    }

    /// Adds a field where it belongs among those that are sorted already.
    mutating func insert(_ key: HeaderNameKey, _ index: Int, of fields: FieldList) {
        append(key, index)
        settle(entries.count - 1, of: fields)
    }

    /// Up to this many fields are inserted one by one, which is quickest for the lists that clients send.
    private static let fewFields = 32

    /// Puts what was appended in order.
    mutating func sort(of fields: FieldList) {
        guard entries.count > Self.fewFields else {
            for place in entries.indices { settle(place, of: fields) }
            return
        }
        entries.sort { left, right in
            let (leftName, rightName) = (fields[left.index].name, fields[right.index].name)
            if left.key.precedes(leftName, right.key, rightName) { return true }
            return left.index < right.index && !right.key.precedes(rightName, left.key, leftName)
        }
    }

    /// Moves an entry behind those before it that sort before it or are its equals.
    @inline(__always)
    private mutating func settle(_ start: Int, of fields: FieldList) {
        var place = start
        let entry = entries[start]
        while place > 0 {
            let other = entries[place - 1]
            guard entry.key.precedes(fields[entry.index].name, other.key, fields[other.index].name) else { break }
            entries[place] = other
            place -= 1
        }
        if place < start { entries[place] = entry }
    }

    @inline(__always)
    private func isRepetition(_ place: Int, of fields: FieldList) -> Bool {
        guard place > 0 else { return false }
        let key = entries[place].key
        return key.matches(
            fields[entries[place].index].name, entries[place - 1].key, fields[entries[place - 1].index].name)
    }

    /// How many names there are; fields of one name count once.
    func nameCount(of fields: FieldList) -> Int {
        entries.indices.reduce(0) { $0 + (isRepetition($1, of: fields) ? 0 : 1) }
    }

    /// How long the lines and the list of names will be, repeated names counted each time.
    func expectedCount(of fields: FieldList) -> Int {
        let (base, added) = (fields.base.span, fields.added.span)
        var count = 0
        for place in entries.indices {
            let index = entries[place].index
            let value = index < base.count ? base[index].value.count : added[index - base.count].value.count
            count += 2 * entries[place].key.count + value + 3
        }
        return count
    }

    /// Writes one line for each name, `name:value` and a line feed; the values of repeated fields are joined with a
    /// comma.
    ///
    /// Returns the place of the first field that cannot be sent as it is.
    func appendLines(of fields: FieldList, to writer: inout ByteWriter) -> Int? {
        var unsendable: Int?
        for place in entries.indices {
            let entry = entries[place]
            if isRepetition(place, of: fields) {
                writer.append(UInt8(ascii: ","))
            } else {
                if place > 0 { writer.append(UInt8(ascii: "\n")) }
                writer.append(entry.key, fields[entry.index].name)
                writer.append(UInt8(ascii: ":"))
            }
            let isSendable = writer.append(canonicalValueOf: fields, at: entry.index)
            if !isSendable || !entry.key.isToken, unsendable == nil { unsendable = entry.index }
        }
        if !entries.isEmpty { writer.append(UInt8(ascii: "\n")) }
        return unsendable
    }

    /// Writes the names, joined with semicolons.
    func appendNames(of fields: FieldList, to writer: inout ByteWriter) {
        for place in entries.indices where !isRepetition(place, of: fields) {
            if place > 0 { writer.append(UInt8(ascii: ";")) }
            let entry = entries[place]
            writer.append(entry.key, fields[entry.index].name)
        }
    }
}
