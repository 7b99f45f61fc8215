/// The reader: one pass over the bytes, by the grammar of RFC 8259, nothing more lenient.
struct JSONReader {
    var offset = 0
    private var depth = 0
    private let maximumDepth: Int
    private let repeatedNames: JSONReaderOptions.RepeatedNames

    init(options: JSONReaderOptions, startingAt offset: Int = 0) {
        maximumDepth = options.maximumDepth
        repeatedNames = options.repeatedNames
        self.offset = offset
    }

    /// The value of a whole text.
    mutating func readDocument(_ source: borrowing Span<UInt8>) throws(ReaderFailure) -> JSONValue {
        try refuseByteOrderMark(source)
        skipSpace(source)
        let value = try readValue(source, expecting: .value)
        skipSpace(source)
        guard offset == source.count else { throw ReaderFailure(.endOfText, at: offset) }
        return value
    }

    /// Stops at a mark of the encoding; RFC 8259 section 8.1 forbids to send one.
    func refuseByteOrderMark(_ source: borrowing Span<UInt8>) throws(ReaderFailure) {
        guard source.count >= 2 else { return }
        let utf8 = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
        let utf16 = (source[0] == 0xFE && source[1] == 0xFF) || (source[0] == 0xFF && source[1] == 0xFE)
        if utf8 || utf16 { throw ReaderFailure(.noByteOrderMark, at: 0) }
    }

    mutating func skipSpace(_ source: borrowing Span<UInt8>) {
        while offset < source.count {
            switch source[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset &+= 1
            default: return
            }
        }
    }

    /// The value that begins at the current place.
    mutating func readValue(
        _ source: borrowing Span<UInt8>, expecting expectation: Expectation
    ) throws(ReaderFailure) -> JSONValue {
        guard offset < source.count else { throw ReaderFailure(expectation, at: offset) }
        switch source[offset] {
        case UInt8(ascii: "\""): return .string(try readString(source))
        case UInt8(ascii: "{"): return .object(try readObject(source))
        case UInt8(ascii: "["): return .array(try readArray(source))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber(source))
        case UInt8(ascii: "t"):
            try readWord("true", source, expecting: expectation)
            return .bool(true)
        case UInt8(ascii: "f"):
            try readWord("false", source, expecting: expectation)
            return .bool(false)
        case UInt8(ascii: "n"):
            try readWord("null", source, expecting: expectation)
            return .null
        default: throw ReaderFailure(expectation, at: offset)
        }
    }

    private mutating func readArray(_ source: borrowing Span<UInt8>) throws(ReaderFailure) -> [JSONValue] {
        try enter()
        var elements: [JSONValue] = []
        skipSpace(source)
        if offset < source.count, source[offset] == UInt8(ascii: "]") {
            leave()
            return elements
        }
        var expectation = Expectation.elementOrEnd
        while true {
            elements.append(try readValue(source, expecting: expectation))
            skipSpace(source)
            guard offset < source.count else { throw ReaderFailure(.commaOrArrayEnd, at: offset) }
            switch source[offset] {
            case UInt8(ascii: ","):
                offset &+= 1
                skipSpace(source)
                expectation = .value
            case UInt8(ascii: "]"):
                leave()
                return elements
            default: throw ReaderFailure(.commaOrArrayEnd, at: offset)
            }
        }
    }

    private mutating func readObject(_ source: borrowing Span<UInt8>) throws(ReaderFailure) -> JSONObject {
        let start = offset
        try enter()
        var members = MemberList()
        skipSpace(source)
        if offset < source.count, source[offset] == UInt8(ascii: "}") {
            leave()
            return members.object
        }
        var expectation = Expectation.nameOrEnd
        while true {
            let namePlace = offset
            let name = try readName(source, expecting: expectation)
            let value = try readValue(source, expecting: .value)
            if let earlier = members.append(name, value), !replace(earlier, in: &members, by: value) {
                let first = try placeOfName(earlier, inObjectAt: start, source)
                throw ReaderFailure(.newName, at: namePlace, detail: first)
            }
            skipSpace(source)
            guard offset < source.count else { throw ReaderFailure(.commaOrObjectEnd, at: offset) }
            switch source[offset] {
            case UInt8(ascii: ","):
                offset &+= 1
                skipSpace(source)
                expectation = .name
            case UInt8(ascii: "}"):
                leave()
                return members.object
            default: throw ReaderFailure(.commaOrObjectEnd, at: offset)
            }
        }
    }

    /// The name at the current place; afterwards the place is that of its value.
    mutating func readName(
        _ source: borrowing Span<UInt8>, expecting expectation: Expectation
    ) throws(ReaderFailure) -> String {
        guard offset < source.count, source[offset] == UInt8(ascii: "\"") else {
            throw ReaderFailure(expectation, at: offset)
        }
        let name = try readString(source)
        skipSpace(source)
        guard offset < source.count, source[offset] == UInt8(ascii: ":") else {
            throw ReaderFailure(.colon, at: offset)
        }
        offset &+= 1
        skipSpace(source)
        return name
    }

    private mutating func readNumber(_ source: borrowing Span<UInt8>) throws(ReaderFailure) -> JSONNumber {
        switch NumberGrammar.end(in: source, from: offset) {
        case .success(let end):
            let literal = try text(offset..<end, in: source)
            offset = end
            return JSONNumber(checked: literal)
        case .failure(let fault): throw ReaderFailure(fault.expectation, at: fault.place)
        }
    }

    private mutating func readWord(
        _ word: StaticString, _ source: borrowing Span<UInt8>, expecting expectation: Expectation
    ) throws(ReaderFailure) {
        let start = offset
        for byte in word.description.utf8 {
            // A truncated word is a truncated text; anything else is reported as a whole word.
            guard offset < source.count else { throw ReaderFailure(expectation, at: offset) }
            guard source[offset] == byte else { throw ReaderFailure(expectation, at: start) }
            offset &+= 1
        }
    }

    private mutating func enter() throws(ReaderFailure) {
        guard depth < maximumDepth else { throw ReaderFailure(.lessNesting, at: offset, detail: maximumDepth) }
        depth &+= 1
        offset &+= 1
    }

    private mutating func leave() {
        depth &-= 1
        offset &+= 1
    }

    /// Gives a name that is repeated its last value, where that is wanted.
    private func replace(_ earlier: Int, in members: inout MemberList, by value: JSONValue) -> Bool {
        guard repeatedNames == .lastCounts else { return false }
        members.replace(earlier, by: value)
        return true
    }

    /// Where the name of the nth member stands; read again, since nobody keeps places for the rare duplicate.
    private func placeOfName(
        _ number: Int, inObjectAt start: Int, _ source: borrowing Span<UInt8>
    ) throws(ReaderFailure) -> Int {
        var reader = self
        reader.offset = start &+ 1
        reader.skipSpace(source)
        for _ in 0..<number {
            _ = try reader.readName(source, expecting: .name)
            _ = try reader.readValue(source, expecting: .value)
            reader.skipSpace(source)
            reader.offset &+= 1
            reader.skipSpace(source)
        }
        return reader.offset
    }
}
