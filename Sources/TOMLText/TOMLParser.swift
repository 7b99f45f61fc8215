import JSONText
import WireText

/// A place in a text in TOML, and the tables that were read up to it.
struct TOMLParser {
    /// Deeper than this no configuration goes, and the parser's own depth would not either.
    static let deepest = 64

    let bytes: [UInt8]
    var place = 0
    var tree = TOMLTree()

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    // MARK: Lines

    /// Reads the whole text.
    mutating func document() throws(TOMLFault) {
        var table = 0
        while true {
            skipBlanks()
            switch peek {
            case nil: return
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): break
            case UInt8(ascii: "["): table = try header()
            default: try pair(in: table)
            }
            try endOfLine()
        }
    }

    private mutating func header() throws(TOMLFault) -> Int {
        let start = place
        place += 1
        let isOfArray = peek == UInt8(ascii: "[")
        if isOfArray { place += 1 }
        let name = try key()
        for _ in 0..<(isOfArray ? 2 : 1) { try expect(UInt8(ascii: "]"), "a bracket that closes the header") }
        do throws(TOMLTree.Refusal) {
            return isOfArray ? try tree.append(name) : try tree.open(name)
        } catch {
            throw fault("\(name.joined(separator: ".")) is there already", at: start)
        }
    }

    /// Reads a key and its value into a table.
    mutating func pair(in table: Int, depth: Int = 0) throws(TOMLFault) {
        let start = place
        let name = try key()
        try expect(UInt8(ascii: "="), "an equals sign")
        skipBlanks()
        let value = try value(depth: depth)
        do throws(TOMLTree.Refusal) {
            try tree.set(name, to: value, in: table)
        } catch {
            throw fault("\(name.joined(separator: ".")) is there already", at: start)
        }
    }

    /// The parts of a key, with dots between them; blanks around it are read, too.
    private mutating func key() throws(TOMLFault) -> [String] {
        var parts: [String] = []
        while true {
            skipBlanks()
            guard parts.count < Self.deepest else { throw fault("a key has at most \(Self.deepest) parts") }
            parts.append(try keyPart())
            skipBlanks()
            guard peek == UInt8(ascii: ".") else { return parts }
            place += 1
        }
    }

    private mutating func keyPart() throws(TOMLFault) -> String {
        switch peek {
        case UInt8(ascii: "\""): return try basicString()
        case UInt8(ascii: "'"): return try literalString()
        default:
            let start = place
            while let byte = peek,
                byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            {
                place += 1
            }
            guard place > start else { throw fault("expected a key") }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
    }

    // MARK: Steps

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    func isNext(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    mutating func skipBlanks() {
        while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { place += 1 }
    }

    mutating func expect(_ byte: UInt8, _ what: String) throws(TOMLFault) {
        guard peek == byte else { throw fault("expected \(what)") }
        place += 1
    }

    /// Reads a comment, if there is one, and the end of the line or of the text.
    mutating func endOfLine() throws(TOMLFault) {
        skipBlanks()
        if peek == UInt8(ascii: "#") {
            while let byte = peek, byte != UInt8(ascii: "\n"), !isNext("\r\n") {
                guard !byte.isForbidden else { throw fault("a control character in a comment") }
                place += 1
            }
        }
        guard peek != nil else { return }
        guard skipNewline() else { throw fault("expected the end of the line") }
    }

    mutating func skipNewline() -> Bool {
        if peek == UInt8(ascii: "\n") {
            place += 1
        } else if isNext("\r\n") {
            place += 2
        } else {
            return false
        }
        return true
    }

    func fault(_ message: String, at other: Int? = nil) -> TOMLFault {
        let end = min(other ?? place, bytes.count)
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
        // Of a character the bytes behind the first one have the bits 10 at their beginning.
        return TOMLFault(line: line, column: bytes[start..<end].count { $0 & 0xC0 != 0x80 } + 1, message: message)
    }
}

extension UInt8 {
    /// Whether it is a control character that may stand nowhere in TOML: all but tab and what ends a line.
    var isForbidden: Bool { self < 0x20 && self != 0x09 || self == 0x7F }
}
