import JSONText

/// Takes off what lies around a log: prefixes of every line, JSON around every record, indentation of a paste.
enum LogLayers {
    typealias Line = (number: Int, bytes: ByteText)

    /// The lines without the layers; `nil` when there are none, and the text can be read as it is.
    static func removed(from lines: [Line]) -> [Line]? {
        var lines = lines
        var isChanged = false
        if let unwrapped = withoutJSON(lines) {
            lines = unwrapped
            isChanged = true
        }
        for prefix in LinePrefix.all {
            guard let stripped = without(prefix, lines) else { continue }
            lines = stripped
            isChanged = true
        }
        if let dedented = withoutIndentation(lines) {
            lines = dedented
            isChanged = true
        }
        return isChanged ? lines : nil
    }

    // MARK: Prefixes

    private static func without(_ prefix: LinePrefix, _ lines: [Line]) -> [Line]? {
        var found = 0
        var all = 0
        for line in lines.prefix(4_000) where !line.bytes.isBlank {
            all += 1
            if prefix.length(line.bytes) != nil { found += 1 }
        }
        guard all > 1, found * 20 >= all * 19 else { return nil }
        return lines.map { ($0.number, $0.bytes.dropFirst(prefix.length($0.bytes) ?? 0)) }
    }

    private static func withoutIndentation(_ lines: [Line]) -> [Line]? {
        var common: ByteText?
        for line in lines where !line.bytes.isBlank {
            let space = line.bytes.prefix { $0 == 0x20 || $0 == 0x09 }
            let known = common ?? space
            common = known.prefix(zip(known, space).prefix { $0 == $1 }.count)
            if common?.isEmpty == true { return nil }
        }
        guard let width = common?.count, width > 0 else { return nil }
        return lines.map { ($0.number, $0.bytes.isBlank ? [] : $0.bytes.dropFirst(width)) }
    }

    // MARK: Records in JSON

    private static let messageKeys = ["log", "message", "msg", "MESSAGE", "textPayload", "@message"]

    /// Lines of which each is an object with the line of the log in it, as collectors and structured loggers write them.
    private static func withoutJSON(_ lines: [Line]) -> [Line]? {
        let full = lines.filter { !$0.bytes.isBlank }
        guard full.count > 1, full.prefix(8).allSatisfy({ $0.bytes.trimmed.first == UInt8(ascii: "{") }) else {
            return nil
        }
        var result: [Line] = []
        var found = 0
        for line in full {
            guard let value = try? JSONValue(parsing: Array(line.bytes.trimmed)),
                let text = messageKeys.lazy.compactMap({ value[$0]?.stringValue }).first
            else {
                result.append(line)
                continue
            }
            found += 1
            var pieces = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            if pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
            for piece in pieces { result.append((line.number, piece.last == 0x0D ? piece.dropLast() : piece)) }
            for key in ["exception", "error", "err", "stack_trace"] {
                guard let more = value[key]?.stringValue else { continue }
                for piece in Array(more.utf8).split(separator: 0x0A) { result.append((line.number, piece)) }
            }
        }
        return found * 2 > full.count ? result : nil
    }
}
