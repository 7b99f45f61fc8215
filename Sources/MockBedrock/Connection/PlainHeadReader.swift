import WireText

/// Reads heads that can be read in one way only, so that the parser of HTTP need not be asked.
///
/// Clients of Bedrock send a method, a path, names and values of visible characters on lines that end in CRLF, one host and
/// one length. Such a head means to every parser what it means here, and to parse it again, into strings that nobody looks
/// at, costs a fifth of an exchange. Whatever is not so plain is nil here and goes to the parser from its first byte on:
/// other codings and lengths, other versions, upgrades, expectations, connections that are to be closed.
///
/// A client repeats most lines of its last request: these are compared, and not read again.
package struct PlainHeadReader {
    /// What a head says.
    package struct Reading {
        package let head: ReceivedHead
        /// How many bytes of body follow.
        package let bodyLength: Int
    }

    /// What the line of a header has to do with the request's form.
    private enum Role: Equatable { case none, host, length(Int) }

    /// A line of the head that was read last, with its CRLF.
    private struct Line {
        var range: Range<Int>
        let role: Role
    }

    private var bytes: [UInt8] = []
    private var requestLine = 0..<0
    private var method = ""
    private var target: [UInt8] = []
    private var lines: [Line] = []
    /// The header of each line.
    private var headers: [HeaderField] = []

    /// How long a head may be that is remembered.
    private static let longest = 16 << 10

    package init() {}

    /// Reads a head.
    ///
    /// - Parameter head: The head with its empty line, as a ``HeadScanner`` found it, and without need of repair.
    /// - Returns: Nil for a head that is not plain; then what was remembered is forgotten.
    package mutating func read(_ head: [UInt8]) -> Reading? {
        guard head.count <= Self.longest, let length = readLines(head) else {
            self = PlainHeadReader()
            return nil
        }
        bytes = head
        return Reading(
            head: ReceivedHead(method: method, target: target, headers: headers), bodyLength: length)
    }

    /// Goes over the lines; gives the length of the body.
    private mutating func readLines(_ head: [UInt8]) -> Int? {
        let known = bytes
        let (span, last) = (head.span, known.span)
        guard var place = readRequestLine(head, last) else { return nil }
        var (number, hosts, lengths, length) = (0, 0, 0, 0)
        while true {
            guard place &+ 2 <= span.count else { return nil }
            if span[place] == UInt8(ascii: "\r"), span[place &+ 1] == UInt8(ascii: "\n") { break }
            if number < lines.count, Self.stands(last, lines[number].range, in: span, at: place) {
                lines[number].range = place..<(place &+ lines[number].range.count)
            } else if !readHeader(head, from: place, number) {
                return nil
            }
            switch lines[number].role {
            case .none: break
            case .host: hosts &+= 1
            case .length(let found): (lengths, length) = (lengths &+ 1, found)
            }
            place = lines[number].range.upperBound
            number &+= 1
        }
        guard place &+ 2 == span.count, hosts == 1, lengths <= 1 else { return nil }
        if number < lines.count {
            lines.removeSubrange(number...)
            headers.removeSubrange(number...)
        }
        return length
    }

    /// Whether a line of the last head stands at a place of this one.
    private static func stands(
        _ last: borrowing Span<UInt8>, _ range: Range<Int>, in span: borrowing Span<UInt8>, at place: Int
    ) -> Bool {
        guard place &+ range.count <= span.count else { return false }
        return span.extracting(place..<(place &+ range.count)).holdsSame(as: last.extracting(range))
    }

    /// The place behind the request line.
    private mutating func readRequestLine(_ head: [UInt8], _ last: borrowing Span<UInt8>) -> Int? {
        let span = head.span
        if !requestLine.isEmpty, Self.stands(last, requestLine, in: span, at: 0) { return requestLine.upperBound }
        let end = span.place(of: UInt8(ascii: "\n"), from: 0)
        let methodEnd = span.place(of: UInt8(ascii: " "), from: 0)
        let targetEnd = span.place(of: UInt8(ascii: " "), from: min(methodEnd &+ 1, span.count))
        guard methodEnd > 0, methodEnd &+ 1 < targetEnd, targetEnd < end, end < span.count,
            head[(targetEnd &+ 1)..<end].elementsEqual("HTTP/1.1\r".utf8)
        else { return nil }
        let name = String(decoding: head[..<methodEnd], as: UTF8.self)
        let path = span.extracting((methodEnd &+ 1)..<targetEnd)
        guard ExchangeHandler.methods.contains(name), path[0] == UInt8(ascii: "/") else { return nil }
        for index in path.indices where !Self.isOfTarget(path[index]) { return nil }
        (requestLine, method, target) = (0..<(end &+ 1), name, Array(head[(methodEnd &+ 1)..<targetEnd]))
        return requestLine.upperBound
    }

    /// The characters of a path and a query (RFC 3986, section 3.3 and 3.4), without the quote.
    private static func isOfTarget(_ byte: UInt8) -> Bool {
        if byte.isUnreserved { return true }
        return switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "@"),
            UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"):
            true
        default: false
        }
    }

    /// Reads a header and puts it in the place of its number.
    private mutating func readHeader(_ head: [UInt8], from start: Int, _ number: Int) -> Bool {
        let span = head.span
        let end = span.place(of: UInt8(ascii: "\n"), from: start)
        guard end < span.count, end > start, span[end &- 1] == UInt8(ascii: "\r") else { return false }
        var colon = start
        while colon < end, span[colon].isTokenCharacter { colon &+= 1 }
        guard colon > start, span[colon] == UInt8(ascii: ":") else { return false }
        var (lower, upper) = (colon &+ 1, end &- 1)
        while lower < upper, span[lower] == UInt8(ascii: " ") { lower &+= 1 }
        while lower < upper, span[upper &- 1] == UInt8(ascii: " ") { upper &-= 1 }
        guard span.extracting(lower..<upper).isPrintable else { return false }
        let field = HeaderField(
            name: String(decoding: head[start..<colon], as: UTF8.self), bytes: Array(head[lower..<upper]))
        guard let role = Self.role(of: field) else { return false }
        let line = Line(range: start..<(end &+ 1), role: role)
        if number < lines.count {
            (lines[number], headers[number]) = (line, field)
        } else {
            lines.append(line)
            headers.append(field)
        }
        return true
    }

    /// What a header has to do with the form of the request; nil where that is the parser's business.
    private static func role(of field: HeaderField) -> Role? {
        switch field.name.utf8.count {
        case 4 where field.isNamed("host"): return field.isHost ? .host : nil
        case 6 where field.isNamed("expect"), 7 where field.isNamed("upgrade"),
            16 where field.isNamed("proxy-connection"), 17 where field.isNamed("transfer-encoding"):
            return nil
        case 10 where field.isNamed("connection"):
            return field.text.equalsIgnoringCase("keep-alive") ? Role.none : nil
        case 14 where field.isNamed("content-length"):
            guard (1...15).contains(field.value.count), field.value.allSatisfy(\.isDigit) else { return nil }
            return .length(field.value.reduce(0) { $0 * 10 + Int($1 &- 0x30) })
        default: return Role.none
        }
    }
}
