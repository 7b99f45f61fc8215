/// Gives a name to the fields that have none, in a block of fields as HPACK writes it (RFC 7541, section 6).
///
/// A field with an empty name makes its request malformed, which is an error of the stream (RFC 9113, sections 8.1.1 and
/// 8.2.1). HPACK has no rule against one, but the library takes it for an error of the connection. With a name that no field
/// has, it is judged by ``FieldRules`` as any other.
package enum NamelessFields {
    /// The name that stands for an empty one.
    ///
    /// In the table of the decoder the field is a byte longer by it than in that of the encoder. It counts only where that
    /// table is full to a byte, and then for the requests of a client that has sent such a field.
    static let standIn = "\u{0}"

    /// The block with the names; nil where every field has one, and where the block cannot be read, which the library will
    /// find too.
    package static func named(_ block: [UInt8]) -> [UInt8]? {
        guard let places = places(in: block), !places.isEmpty else { return nil }
        var named: [UInt8] = []
        named.reserveCapacity(block.count + places.count)
        var start = 0
        for place in places {
            named += block[start..<place]
            // A literal of one byte, without Huffman's code.
            named += [1, 0]
            start = place + 1
        }
        return named + block[start...]
    }

    /// The fields of a block that are written out in it, each as a literal that goes into no table, with a name of one letter
    /// where that is an index; nil where the block cannot be read.
    static func literals(_ block: [UInt8]) -> [UInt8]? {
        var (kept, place): ([UInt8], Int) = ([], 0)
        kept.reserveCapacity(block.count)
        while place < block.count {
            let first = block[place]
            if first & 0x80 != 0 || first & 0xE0 == 0x20 {
                guard integer(prefix: first & 0x80 != 0 ? 7 : 5, in: block, &place) != nil else { return nil }
                continue
            }
            guard let index = integer(prefix: first & 0x40 != 0 ? 6 : 4, in: block, &place) else { return nil }
            kept.append(0)
            if index == 0 {
                let name = place
                guard string(in: block, &place) != nil else { return nil }
                kept += block[name..<place]
            } else {
                kept += [1, UInt8(ascii: "x")]
            }
            let value = place
            guard string(in: block, &place) != nil else { return nil }
            kept += block[value..<place]
        }
        return kept
    }

    /// Where the length of an empty name stands.
    private static func places(in block: [UInt8]) -> [Int]? {
        var (places, place): ([Int], Int) = ([], 0)
        while place < block.count {
            let first = block[place]
            // An indexed field, and a new size of the table, are a number and nothing else (sections 6.1 and 6.3).
            if first & 0x80 != 0 || first & 0xE0 == 0x20 {
                guard integer(prefix: first & 0x80 != 0 ? 7 : 5, in: block, &place) != nil else { return nil }
                continue
            }
            // A literal is the index of its name, or 0 and the name, then the value (section 6.2).
            guard let index = integer(prefix: first & 0x40 != 0 ? 6 : 4, in: block, &place) else { return nil }
            if index == 0 {
                let name = place
                guard let length = string(in: block, &place) else { return nil }
                if length == 0 { places.append(name) }
            }
            guard string(in: block, &place) != nil else { return nil }
        }
        return places
    }

    /// Passes over a string and gives the length that it has on the wire (section 5.2).
    private static func string(in block: [UInt8], _ place: inout Int) -> Int? {
        guard let length = integer(prefix: 7, in: block, &place), length <= block.count - place else { return nil }
        place += length
        return length
    }

    /// Reads a number whose first byte has so many bits of it (section 5.1).
    private static func integer(prefix: UInt8, in block: [UInt8], _ place: inout Int) -> Int? {
        guard place < block.count else { return nil }
        let most = UInt8(truncatingIfNeeded: (1 << Int(prefix)) - 1)
        var value = Int(block[place] & most)
        place += 1
        guard value == Int(most) else { return value }
        var shift = 0
        while place < block.count, shift <= 28 {
            let byte = block[place]
            place += 1
            value += Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
            shift += 7
        }
        return nil
    }
}
