import WireText

/// What a collector of logs writes before every line: a container's name, a time, a host and program.
///
/// A prefix is taken off only when nearly all lines have it. A logger writes its own before records alone, and those stay:
/// they tell where a record begins.
struct LinePrefix: Sendable {
    /// How long the prefix of a line is; `nil` when it has none.
    let length: @Sendable (ByteText) -> Int?

    /// In the order in which they stand in a line.
    static let all: [LinePrefix] = [
        LinePrefix(length: compose), LinePrefix(length: bracketed), LinePrefix(length: syslog),
        LinePrefix(length: timestamp), LinePrefix(length: runtime), LinePrefix(length: quotation),
        LinePrefix(length: bar),
    ]

    /// Those of exports and loggers, which are taken off where the lines themselves are known.
    static let ofEchoes: [LinePrefix] = [
        LinePrefix(length: seconds), LinePrefix(length: localTime), LinePrefix(length: level),
        LinePrefix(length: opening),
    ]

    /// Seconds or milliseconds since 1970 and a comma, a tab or a blank, as exports of CloudWatch Logs write them.
    @Sendable private static func seconds(_ line: ByteText) -> Int? {
        let digits = line.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        guard (10...17).contains(digits.count), line.first == UInt8(ascii: "1") else { return nil }
        let rest = line[digits.endIndex...]
        guard let mark = rest.first, ",;\t |".utf8.contains(mark) else { return nil }
        return rest.startIndex + 1 - line.startIndex
    }

    /// `2026-01-31 12:00:00,123 ` without a zone, in brackets or not, and what parts it from the text.
    @Sendable private static func localTime(_ line: ByteText) -> Int? {
        let rest = line.drop { "[(".utf8.contains($0) }
        let shape = rest.prefix(19).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
        guard
            ["0000-00-00 00:00:00", "0000-00-00T00:00:00", "0000/00/00 00:00:00"].contains(where: {
                shape == Array($0.utf8)
            })
        else { return nil }
        let end = rest.dropFirst(19).drop { $0.isDigit || ".,Z])+:".utf8.contains($0) }
        let text = end.drop { " |\t-".utf8.contains($0) }
        return text.startIndex - line.startIndex
    }

    /// `[info] text`, `INFO: text`, `error - text`.
    @Sendable private static func level(_ line: ByteText) -> Int? {
        let inner = line.first == UInt8(ascii: "[") ? line.dropFirst() : line
        let word = inner.prefix { $0.isLetter }
        guard LogLevel(word) != nil else { return nil }
        let rest = inner[word.endIndex...]
        guard let mark = rest.first, "]:|-".utf8.contains(mark) || rest.hasPrefix(" - ") || rest.hasPrefix(" | ") else {
            return nil
        }
        let text = rest.drop { "]:|- \t".utf8.contains($0) }
        return text.startIndex - line.startIndex
    }

    /// A double quote before every line, of a table whose cells are quoted.
    @Sendable private static func opening(_ line: ByteText) -> Int? {
        line.first == UInt8(ascii: "\"") ? 1 : nil
    }

    /// Docker Compose: `app-1  | text`.
    @Sendable private static func compose(_ line: ByteText) -> Int? {
        let name = line.prefix { $0.isLetter || $0.isDigit || "._-".utf8.contains($0) }
        guard (1...64).contains(name.count) else { return nil }
        let rest = line[name.endIndex...].drop { $0 == 0x20 }
        guard rest.first == UInt8(ascii: "|") else { return nil }
        return rest.startIndex + 1 - line.startIndex + (rest.dropFirst().first == 0x20 ? 1 : 0)
    }

    /// `kubectl logs --prefix`: `[pod/name/container] text`.
    @Sendable private static func bracketed(_ line: ByteText) -> Int? {
        guard line.hasPrefix("[pod/"), let end = line.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        return end + 1 - line.startIndex + (line[(end + 1)...].first == 0x20 ? 1 : 0)
    }

    /// RFC 3164 and journald: `Nov 24 20:26:44 host program[12]: text`.
    @Sendable private static func syslog(_ line: ByteText) -> Int? {
        let shape = line.prefix(15).map { $0.isDigit ? UInt8(ascii: "0") : $0.isLetter ? UInt8(ascii: "a") : $0 }
        guard shape == Array("aaa 00 00:00:00".utf8) || shape == Array("aaa  0 00:00:00".utf8),
            let colon = line.dropFirst(16).prefix(128).range(of: ": ")
        else { return nil }
        return colon.upperBound - line.startIndex
    }

    /// RFC 3339 with a zone, as `docker logs -t`, `kubectl logs --timestamps` and CI systems write it.
    @Sendable private static func timestamp(_ line: ByteText) -> Int? {
        let shape = line.prefix(19).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
        guard shape == Array("0000-00-00T00:00:00".utf8) else { return nil }
        var rest = line.dropFirst(19)
        if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
            rest = rest.dropFirst().drop { $0.isDigit }
        }
        if rest.first == UInt8(ascii: "Z") {
            rest = rest.dropFirst()
        } else if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
            rest = rest.dropFirst().drop { $0.isDigit || $0 == UInt8(ascii: ":") }
        } else {
            return nil
        }
        if rest.isEmpty { return line.count }
        guard rest.first == 0x20 || rest.first == 0x09 else { return nil }
        return rest.startIndex + 1 - line.startIndex
    }

    /// What a container runtime writes behind the time: `stderr F text`.
    @Sendable private static func runtime(_ line: ByteText) -> Int? {
        for mark in ["stdout F", "stderr F", "stdout P", "stderr P"] where line.hasPrefix(mark) {
            return line.count == mark.utf8.count ? line.count : mark.utf8.count + 1
        }
        return nil
    }

    /// The left edge of a table or a box: `| text`, `│ text`, on every line; of a line that only draws the box, all of it.
    @Sendable private static func bar(_ line: ByteText) -> Int? {
        if isFrame(line) { return line.count }
        let edge = ["|", "\u{2502}", "\u{2503}"].first { line.hasPrefix($0) }
        guard let width = edge?.utf8.count else { return nil }
        return width + (line.dropFirst(width).first == 0x20 ? 1 : 0)
    }

    /// Whether a line has nothing but signs that draw boxes (U+2500 to U+257F): `╷`, `╵`, `╭──╮`.
    private static func isFrame(_ line: ByteText) -> Bool {
        let signs = line.trimmed
        guard !signs.isEmpty, signs.count.isMultiple(of: 3) else { return false }
        return stride(from: signs.startIndex, to: signs.endIndex, by: 3).allSatisfy {
            signs[$0] == 0xE2 && (signs[$0 + 1] == 0x94 || signs[$0 + 1] == 0x95)
        }
    }

    /// A quotation in a mail or an issue: `> text`, on every line.
    @Sendable private static func quotation(_ line: ByteText) -> Int? {
        guard line.first == UInt8(ascii: ">") else { return nil }
        return line.dropFirst().first == 0x20 ? 2 : 1
    }
}
