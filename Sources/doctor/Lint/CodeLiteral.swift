import JSONText
import WireText

/// Literals of Python and JavaScript as the JSON that a client makes of them.
///
/// A value that is no literal (a call, an f-string, a name that the text gives no value) becomes a placeholder, and its place is
/// kept: of what stands there nothing is known.
struct CodeLiteral {
    private let bytes: [UInt8]
    private var place: Int

    /// Where the value begins: what is assigned behind it is not meant.
    private let origin: Int

    /// The places of what could not be read, with the words that stand there.
    private(set) var unread: [(path: JSONPath, words: String)] = []

    /// The places of objects into which others are spread that could not be read.
    private(set) var open: [JSONPath] = []

    /// What passes for text and for base64 alike.
    private static let placeholder = JSONValue.string("AAAA")
    private static let depth = 40

    init(_ bytes: [UInt8], at place: Int) {
        self.bytes = bytes
        self.place = place
        origin = place
    }

    // MARK: What is asked for

    /// The object that begins at the place.
    mutating func object() -> JSONObject? {
        skipBlanks()
        guard current == UInt8(ascii: "{") else { return nil }
        return value([], 0).objectValue
    }

    /// Arguments with names up to the closing bracket: `modelId=ID, messages=[...]`.
    mutating func arguments() -> JSONObject? {
        var members: JSONObject = [:]
        while true {
            skipBlanks()
            guard let byte = current else { return nil }
            if byte == UInt8(ascii: ")") { return members }
            if byte == UInt8(ascii: ",") {
                place += 1
                continue
            }
            if byte == UInt8(ascii: "*") {
                place += 2
                spread(into: &members, [], 0)
                continue
            }
            guard let name = name(), skip(UInt8(ascii: "=")) else { return nil }
            members[name] = value([.name(name)], 0)
        }
    }

    // MARK: Values

    private mutating func value(_ path: [JSONPath.Step], _ depth: Int) -> JSONValue {
        skipBlanks()
        let start = place
        guard depth < Self.depth, let found = literal(path, depth) else {
            place = start
            return missed(path)
        }
        skipSpaces()
        // What goes on behind a literal makes an expression of it.
        if let next = current, !",}]);:\n\r#".utf8.contains(next), !isComment {
            unread.removeAll { $0.path.steps.starts(with: path) }
            place = start
            return missed(path)
        }
        return found
    }

    private mutating func literal(_ path: [JSONPath.Step], _ depth: Int) -> JSONValue? {
        guard let byte = current else { return nil }
        switch byte {
        case UInt8(ascii: "{"): return members(path, depth)
        case UInt8(ascii: "["): return items(path, depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return text().map(JSONValue.string)
        case UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return number()
        default: return word(path, depth)
        }
    }

    private mutating func members(_ path: [JSONPath.Step], _ depth: Int) -> JSONValue? {
        place += 1
        var members: JSONObject = [:]
        while true {
            skipBlanks()
            guard let byte = current else { return nil }
            if byte == UInt8(ascii: "}") {
                place += 1
                return .object(members)
            }
            if byte == UInt8(ascii: ",") {
                place += 1
            } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: ".") {
                place += byte == UInt8(ascii: "*") ? 2 : 3
                spread(into: &members, path, depth)
            } else if let key = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? text() : name() {
                let start = place - key.utf8.count
                skipBlanks()
                if current != UInt8(ascii: ":") { place = start } else { place += 1 }
                members[key] = value(path + [.name(key)], depth + 1)
            } else {
                return nil
            }
        }
    }

    private mutating func items(_ path: [JSONPath.Step], _ depth: Int) -> JSONValue? {
        place += 1
        var items: [JSONValue] = []
        while true {
            skipBlanks()
            guard let byte = current else { return nil }
            if byte == UInt8(ascii: "]") {
                place += 1
                return .array(items)
            }
            if byte == UInt8(ascii: ",") {
                place += 1
                continue
            }
            // Of a list that is put together the number of its items is not known.
            guard byte != UInt8(ascii: "*"), byte != UInt8(ascii: ".") else { return nil }
            items.append(value(path + [.index(items.count)], depth + 1))
            skipBlanks()
            guard let next = current, next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else { return nil }
        }
    }

    /// Another object whose members are taken in.
    private mutating func spread(into members: inout JSONObject, _ path: [JSONPath.Step], _ depth: Int) {
        let start = place
        if let name = name(), let found = assigned(name, path, depth)?.objectValue {
            for member in found { members[member.name] = member.value }
            return
        }
        place = start
        open.append(JSONPath(path))
        _ = missed(path + [.name("...")])
    }

    /// `True`, `null`, a string with a prefix, or a name that the text gives a value.
    private mutating func word(_ path: [JSONPath.Step], _ depth: Int) -> JSONValue? {
        guard let word = name() else { return nil }
        switch word {
        case "True", "true": return .bool(true)
        case "False", "false": return .bool(false)
        case "None", "null": return .null
        case "r", "u", "R", "U":
            return current.map { "\"'".utf8.contains($0) } ?? false ? text().map(JSONValue.string) : nil
        default:
            skipSpaces()
            guard let next = current, ",}])\n\r;".utf8.contains(next) else { return nil }
            return assigned(word, path, depth)
        }
    }

    /// What a name is given before the call: `NAME = ...`, `const NAME = ...`, `NAME: Type = ...`.
    private mutating func assigned(_ name: String, _ path: [JSONPath.Step], _ depth: Int) -> JSONValue? {
        let wanted = Array(name.utf8)
        var rest = bytes[..<origin]
        var last: Int?
        while let found = rest.firstRange(of: wanted) {
            rest = rest[found.upperBound...]
            let line = bytes[..<found.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let before = String(decoding: bytes[line..<found.lowerBound], as: UTF8.self).trimmedWhitespace()
            guard ["", "const", "let", "var", "export const"].contains(before) else { continue }
            var behind = rest.drop { $0 == 0x20 }
            if behind.first == UInt8(ascii: ":") {
                behind = behind.drop { $0 != UInt8(ascii: "=") && $0 != 0x0A }
            }
            guard behind.first == UInt8(ascii: "="), behind.dropFirst().first != UInt8(ascii: "=") else { continue }
            last = behind.startIndex + 1
        }
        guard let last, depth < 8 else { return nil }
        let back = place
        place = last
        defer { place = back }
        let missedBefore = unread.count
        let found = value(path, depth + 8)
        if unread.count > missedBefore, unread.last?.path == JSONPath(path) {
            unread.removeLast()
            return nil
        }
        return found
    }

    /// Leaves an expression out.
    private mutating func missed(_ path: [JSONPath.Step]) -> JSONValue {
        let start = place
        var level = 0
        while let byte = current {
            if level == 0, ",})];".utf8.contains(byte) { break }
            if "\"'`".utf8.contains(byte) {
                if text() == nil { place += 1 }
                continue
            }
            if "([{".utf8.contains(byte) { level += 1 }
            if ")]}".utf8.contains(byte) { level -= 1 }
            place += 1
        }
        let words = String(decoding: bytes[start..<place].prefix(60), as: UTF8.self).trimmedWhitespace()
        unread.append((JSONPath(path), String(words)))
        return Self.placeholder
    }

    // MARK: Tokens

    /// A text in quotes, several behind each other joined; `nil` where it does not end, or holds a template.
    private mutating func text() -> String? {
        var whole = ""
        repeat {
            guard let quote = current else { return nil }
            let isTriple = bytes[place...].starts(with: [quote, quote, quote]) && quote != UInt8(ascii: "`")
            let mark = Array(repeating: quote, count: isTriple ? 3 : 1)
            place += mark.count
            let start = place
            while place < bytes.endIndex, !bytes[place...].starts(with: mark) {
                if bytes[place] == UInt8(ascii: "\n"), !isTriple, quote != UInt8(ascii: "`") { return nil }
                place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard place < bytes.endIndex else { return nil }
            let inside = Array(bytes[start..<place])
            place += mark.count
            if quote == UInt8(ascii: "`"), inside.firstRange(of: Array("${".utf8)) != nil { return nil }
            whole += String(decoding: StringEscapes.unescape(inside.span), as: UTF8.self)
            let behind = place
            skipBlanks()
            guard let next = current, next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") else {
                place = behind
                return whole
            }
        } while true
    }

    private mutating func number() -> JSONValue? {
        let digits = bytes[place...].prefix { $0.isDigit || "._-+eE".utf8.contains($0) }
        place += digits.count
        var written = String(decoding: digits, as: UTF8.self).replacing("_", with: "")
        if written.hasPrefix(".") { written = "0" + written }
        if written.hasSuffix(".") { written += "0" }
        return try? JSONValue(parsing: Array(written.utf8))
    }

    private mutating func name() -> String? {
        let word = bytes[place...].prefix {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "$")
        }
        guard let first = word.first, !first.isDigit else { return nil }
        place += word.count
        return String(decoding: word, as: UTF8.self)
    }

    private var current: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    private var isComment: Bool { bytes[place...].starts(with: Array("//".utf8)) }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard current == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpaces() {
        while let byte = current, byte == 0x20 || byte == 0x09 { place += 1 }
    }

    /// Goes over blanks, line breaks and comments.
    private mutating func skipBlanks() {
        while let byte = current {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                place += 1
            } else if byte == UInt8(ascii: "#") || isComment {
                while let byte = current, byte != 0x0A { _ = byte; place += 1 }
            } else {
                return
            }
        }
    }
}
