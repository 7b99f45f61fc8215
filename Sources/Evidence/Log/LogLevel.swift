import WireText

/// How grave a record of a log is, by the level that its logger wrote at its head.
enum LogLevel {
    /// What the program got over, and what it merely tells.
    case warning
    case error

    /// The names of levels, in capitals: those of syslog (RFC 5424, section 6.2.1), Python, Go, Rust, Java and Node.
    private static let names: [String: LogLevel] = [
        "TRACE": .warning, "DEBUG": .warning, "INFO": .warning, "NOTICE": .warning, "WARN": .warning,
        "WARNING": .warning, "ERROR": .error, "SEVERE": .error, "FATAL": .error, "CRITICAL": .error, "PANIC": .error,
    ]

    /// The level that a word names, whatever its case.
    init?(_ word: some Sequence<UInt8>) {
        guard let level = Self.names[String(decoding: Array(word), as: UTF8.self).uppercased()] else { return nil }
        self = level
    }

    /// The level at the head of a record; `nil` where there is none.
    ///
    /// It stands first or behind a time, a host, a thread or a logger's name: `WARNING:root:`, `[warn]`, `level=warn`,
    /// `{"level":"warn"`, `2026-11-24 20:26:44 WARN`, `W0527 16:24:25`. A level in the words of the message is none.
    init?(headOf line: ByteText) {
        let head = line.prefix(160)
        if let level = Self.kubernetes(head) {
            self = level
            return
        }
        var words = 0
        var isNamed = false
        for piece in head.split(whereSeparator: { $0.isWhitespace || $0 == UInt8(ascii: ",") }).prefix(8) {
            if let level = Self.level(piece, isFirst: words == 0, isNamed: isNamed) {
                self = level
                return
            }
            isNamed = Self.keys.contains { piece.hasSuffix($0) }
            // A logger's head has few words of a language, a message has little else.
            if piece.allSatisfy(\.isLetter), piece.allSatisfy(\.isLowercaseLetter) || piece.count == 1 { words += 1 }
            if words > 2 { return nil }
        }
        return nil
    }

    private static func level(_ piece: ByteText, isFirst: Bool, isNamed: Bool) -> LogLevel? {
        let isKeyed = isNamed || keys.contains { piece.contains($0) }
        let isBracketed = piece.first.map { "[(<".utf8.contains($0) } ?? false
        let value = isKeyed ? piece.lastIndex { "=:".utf8.contains($0) }.map { piece[($0 + 1)...] } ?? piece : piece
        let word = value.drop { !$0.isLetter }.prefix { $0.isLetter }
        guard let first = word.first, word.endIndex == piece.endIndex || !piece[word.endIndex].isDigit else {
            return nil
        }
        let isCapital = word.allSatisfy(\.isUppercaseLetter)
        guard isKeyed || isBracketed || isCapital || isFirst && first.isUppercaseLetter else { return nil }
        return LogLevel(word)
    }

    private static let keys = ["level=", "lvl=", "severity=", "level\":", "levelname\":", "severity\":"]

    /// `E0527 16:24:25.932014`, the head of klog's records.
    private static func kubernetes(_ text: ByteText) -> LogLevel? {
        guard text.prefix(6).dropFirst().elementsEqual(text.dropFirst().prefix(4) + [0x20]),
            text.dropFirst().prefix(4).count == 4, text.dropFirst().prefix(4).allSatisfy(\.isDigit)
        else { return nil }
        switch text.first {
        case UInt8(ascii: "I"), UInt8(ascii: "W"): return .warning
        case UInt8(ascii: "E"), UInt8(ascii: "F"): return .error
        default: return nil
        }
    }
}
