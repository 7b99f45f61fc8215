/// The header lines and the list of signed headers of a canonical request.
struct CanonicalHeaders {
    /// A field to sign: its place in the request's list, and the first bytes of its name.
    private struct Entry {
        let prefix: UInt64
        let index: Int
    }

    private let fields: [HeaderField]
    /// Sorted by lower-case name; fields of one name in their order of appearance.
    private var entries: [Entry] = []

    /// Takes every field but those not to be signed.
    init(_ fields: [HeaderField], allBut excluded: HeaderNames) {
        self.fields = fields
        entries.reserveCapacity(fields.count)
        for index in fields.indices where !excluded.contains(fields[index].name) { insert(index) }
    }

    /// Takes the fields with the given names only.
    init(_ fields: [HeaderField], only names: HeaderNames) {
        self.fields = fields
        entries.reserveCapacity(fields.count)
        for index in fields.indices where names.contains(fields[index].name) { insert(index) }
    }

    /// Inserts a field behind those that sort before it or are its equals: the lists are short.
    private mutating func insert(_ index: Int) {
        let name = fields[index].name
        let prefix = HeaderNameKey.prefix(of: name)
        var place = entries.count
        while place > 0 {
            let other = entries[place - 1]
            if other.prefix < prefix { break }
            if other.prefix == prefix, !HeaderNameKey.precedes(name, fields[other.index].name) { break }
            place -= 1
        }
        entries.insert(Entry(prefix: prefix, index: index), at: place)
    }

    private func isRepetition(_ place: Int) -> Bool {
        place > 0 && entries[place].prefix == entries[place - 1].prefix
            && HeaderNameKey.areEqual(fields[entries[place].index].name, fields[entries[place - 1].index].name)
    }

    /// Whether there is a field with this name among them.
    func contains(_ name: String) -> Bool {
        let prefix = HeaderNameKey.prefix(of: name)
        return entries.contains { $0.prefix == prefix && HeaderNameKey.areEqual(fields[$0.index].name, name) }
    }

    /// The names, in lower case, each once, in order.
    var names: [String] {
        entries.indices.filter { !isRepetition($0) }.map { fields[entries[$0].index].name.asciiLowercased }
    }

    /// Writes one line for each name, `name:value` and a line feed; the values of repeated fields are joined with a comma.
    ///
    /// Returns the first field that cannot be sent as it is.
    @discardableResult
    func appendLines(to writer: inout ByteWriter) -> HeaderField? {
        var unsendable: HeaderField?
        for place in entries.indices {
            let field = fields[entries[place].index]
            var isSendable = true
            if isRepetition(place) {
                writer.append(UInt8(ascii: ","))
            } else {
                if place > 0 { writer.append(UInt8(ascii: "\n")) }
                isSendable = writer.append(lowercased: field.name)
                writer.append(UInt8(ascii: ":"))
            }
            isSendable = writer.append(canonicalHeaderValue: field.value) && isSendable
            if !isSendable, unsendable == nil { unsendable = field }
        }
        if !entries.isEmpty { writer.append(UInt8(ascii: "\n")) }
        return unsendable
    }

    /// Writes the names, joined with semicolons.
    func appendNames(to writer: inout ByteWriter) {
        for place in entries.indices where !isRepetition(place) {
            if place > 0 { writer.append(UInt8(ascii: ";")) }
            writer.append(lowercased: fields[entries[place].index].name)
        }
    }
}

extension ByteWriter {
    /// Writes a header value without surrounding white space and with each run of white space inside as one space.
    ///
    /// A folded line (a line break followed by white space, the obsolete form of RFC 9112, section 5.2) counts as a
    /// further value and is joined with a comma: AWS's signing suite has it so. Returns false if the value holds a line
    /// break that is not such a fold, or a NUL: sent like this it would end the header.
    @discardableResult
    mutating func append(canonicalHeaderValue value: [UInt8]) -> Bool {
        var lowest = UInt8.max
        for byte in value { lowest = min(lowest, byte) }
        if lowest > 0x20 {
            append(value)
            return true
        }
        var isSendable = true
        var separator: UInt8?
        let start = count
        for index in value.indices {
            let byte = value[index]
            guard byte.isWhitespace else {
                if let separator, count > start { append(separator) }
                separator = nil
                append(byte)
                if byte == 0 { isSendable = false }
                continue
            }
            separator = separator ?? UInt8(ascii: " ")
            let isReturn = byte == UInt8(ascii: "\r")
            if isReturn, index + 1 < value.count, value[index + 1] == UInt8(ascii: "\n") { continue }
            guard isReturn || byte == UInt8(ascii: "\n") else { continue }
            if index + 1 < value.count, value[index + 1] == 0x20 || value[index + 1] == 0x09 {
                separator = UInt8(ascii: ",")
            } else {
                isSendable = false
            }
        }
        return isSendable
    }
}
