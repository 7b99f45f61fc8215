import WireText

/// Wire and header logs of Apache HttpClient, on which Java SDKs stand.
///
/// `http-outgoing-0 >> "POST /model/... HTTP/1.1[\r][\n]"` is the wire; `http-outgoing-0 >> Host: ...` the headers. Each
/// direction is `>>` or `<<`; where both loggers are on, the wire wins.
struct WireLogReader: LogReader {
    static let marks = ["http-outgoing-"]

    static func read(_ cursor: inout LogCursor) -> [LogEvent]? {
        guard let first = piece(cursor.line) else { return nil }
        var quoted: [UInt8] = []
        var plain: [UInt8] = []
        while !cursor.isAtEnd {
            guard let next = piece(cursor.line) else {
                // Records of other loggers stand between those of the wire.
                guard let after = cursor.peek(1).flatMap(piece), after.isSent == first.isSent else { break }
                cursor.advance()
                continue
            }
            guard next.isSent == first.isSent else { break }
            if next.text.first == UInt8(ascii: "\"") {
                quoted += wire(next.text)
            } else {
                plain += Array(next.text) + [0x0A]
            }
            cursor.advance()
        }
        if quoted.isEmpty { plain.append(0x0A) }
        return HTTPMessageReader.events(in: quoted.isEmpty ? plain : quoted)
    }

    private static func piece(_ line: ByteText) -> (isSent: Bool, text: ByteText)? {
        guard let rest = line.after("http-outgoing-") else { return nil }
        let text = rest.drop { $0.isDigit }
        if text.hasPrefix(" >> ") { return (true, text.dropFirst(4)) }
        if text.hasPrefix(" << ") { return (false, text.dropFirst(4)) }
        return nil
    }

    /// The bytes of a quoted row: line ends are written `[\r]` and `[\n]`, other bytes `[0x1f]`.
    private static func wire(_ text: ByteText) -> [UInt8] {
        var rest = text.dropFirst()
        if rest.last == UInt8(ascii: "\"") { rest = rest.dropLast() }
        var bytes: [UInt8] = []
        while let first = rest.first {
            if rest.hasPrefix("[\\r]") {
                bytes.append(0x0D)
                rest = rest.dropFirst(4)
            } else if rest.hasPrefix("[\\n]") {
                bytes.append(0x0A)
                rest = rest.dropFirst(4)
            } else if rest.hasPrefix("[0x"), let end = rest.prefix(6).firstIndex(of: UInt8(ascii: "]")),
                let byte = UInt8(rest[(rest.startIndex + 3)..<end].text, radix: 16)
            {
                bytes.append(byte)
                rest = rest[(end + 1)...]
            } else {
                bytes.append(first)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }
}
