import WireText

/// Finds where a record of a log begins, so that a value over several lines ends where the next record starts.
///
/// It knows no logger: a record begins with a date, a time, a level, or one of these in brackets or behind `key=`.
enum LogRecord {
    static func begins(_ line: ByteText) -> Bool {
        var head = line.prefix(48)
        while let first = head.first, "[({ \t".utf8.contains(first) { head = head.dropFirst() }
        if head.hasPrefix("SDK 20") || head.hasPrefix("time=") || head.hasPrefix("ts=") || head.hasPrefix("level=") {
            return true
        }
        if head.hasPrefix("\"level\"") || head.hasPrefix("\"time\"") || head.hasPrefix("\"timestamp\"") { return true }
        if isDate(head) || isTime(head) || isSystemLog(head) { return true }
        let word = head.prefix { $0.isLetter }
        return LogLevel(word) != nil && word.first?.isUppercaseLetter == true
            && head.dropFirst(word.count).first.map { "]):- \t".utf8.contains($0) } ?? false
    }

    /// Whether a record is of something that the program got over: a warning, or less.
    static func isWarning(_ line: ByteText) -> Bool {
        LogLevel(headOf: line) == .warning
    }

    /// `May 04 09:12:44` of syslog, and `E0527 16:24:25.932014` of Kubernetes' components.
    private static func isSystemLog(_ text: ByteText) -> Bool {
        let shape = text.prefix(15).map { $0.isDigit ? UInt8(ascii: "0") : $0.isLetter ? UInt8(ascii: "a") : $0 }
        return shape == Array("aaa 00 00:00:00".utf8) || shape.starts(with: "a0000 00:00:00".utf8)
    }

    /// `2026-11-24`, `2026/11/24`, `20261124 `.
    private static func isDate(_ text: ByteText) -> Bool {
        let shape = text.prefix(10).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
        return shape == Array("0000-00-00".utf8) || shape == Array("0000/00/00".utf8)
    }

    /// `20:26:44`, as many loggers and curl's `--trace-time` write it.
    private static func isTime(_ text: ByteText) -> Bool {
        let shape = text.prefix(8).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
        return shape == Array("00:00:00".utf8)
    }
}
