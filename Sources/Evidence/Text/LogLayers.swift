import JSONText
import WireText

/// Takes off what lies around a log: prefixes of every line, JSON around every record, indentation of a paste.
enum LogLayers {
    /// The lines that remain, as a text, and the number that each had in the input.
    struct Removed {
        var bytes: [UInt8] = []
        var numbers: [UInt32] = []

        fileprivate mutating func append(_ line: some Collection<UInt8>, number: Int) {
            bytes += line
            bytes.append(0x0A)
            numbers.append(UInt32(clamping: number))
        }
    }

    /// The text without the layers; `nil` when there are none, and it can be read as it is.
    static func removed(from lines: InputLines) -> Removed? {
        var removed = withoutFences(lines)
        func current() -> InputLines { removed.map { InputLines($0.bytes, numbers: $0.numbers) } ?? lines }
        removed = withoutConcatenation(current()) ?? withoutJSON(current()) ?? removed
        for prefix in LinePrefix.all { removed = without(prefix, current()) ?? removed }
        if holdsEcho(current()) {
            removed = withoutEntities(current()) ?? removed
            for prefix in LinePrefix.ofEchoes { removed = without(prefix, current()) ?? removed }
            removed = withoutTrailingBlanks(current()) ?? removed
        }
        removed = withoutBlockPrefixes(current()) ?? removed
        return withoutIndentation(current()) ?? removed
    }

    // MARK: Marks of a page

    /// Without the fences that Markdown has above and below code; ``InputText/fences`` has them.
    private static func withoutFences(_ lines: InputLines) -> Removed? {
        guard lines.lazy.contains(where: { ReportLine.isMark($0.bytes) }) else { return nil }
        var removed = Removed()
        // An empty line in its place, so that what stands on both sides stays apart.
        for line in lines { removed.append(ReportLine.isMark(line.bytes) ? [] : line.bytes, number: line.number) }
        return removed
    }

    /// Without the entities of an HTML page from which an echo was copied: its own quotes are written so.
    private static func withoutEntities(_ lines: InputLines) -> Removed? {
        let isEncoded = zip(lines, lines.dropFirst()).contains { line, next in
            [line.bytes.after("should have been"), line.bytes.contains("should have been") ? next.bytes : nil].contains
            {
                guard let text = $0?.trimmed else { return false }
                return ["&#39;", "&#x27;", "&apos;", "&quot;", "&#34;"].contains { text.hasPrefix($0) }
            }
        }
        guard isEncoded || lines.contains(where: { $0.bytes.contains("&lt;CanonicalRequest&gt;") }) else { return nil }
        var removed = Removed()
        for line in lines {
            for piece in XMLEntity.decoded(Array(line.bytes)).split(separator: 0x0A, omittingEmptySubsequences: false) {
                removed.append(piece, number: line.number)
            }
        }
        return removed
    }

    /// Without the blanks at the end of every line, which Markdown takes for line breaks.
    private static func withoutTrailingBlanks(_ lines: InputLines) -> Removed? {
        let full = lines.lazy.filter { !$0.bytes.isBlank }
        let blank = full.count { $0.bytes.last == 0x20 }
        guard blank > 3, blank * 10 >= full.count * 9 else { return nil }
        var removed = Removed()
        for line in lines {
            var bytes = line.bytes
            while bytes.last == 0x20 { bytes = bytes.dropLast() }
            removed.append(bytes, number: line.number)
        }
        return removed
    }

    /// Without what stands before the lines of a signed text alone.
    private static func withoutBlockPrefixes(_ lines: InputLines) -> Removed? {
        let lengths = SignedTextPrefix.lengths(in: lines)
        guard !lengths.isEmpty else { return nil }
        var removed = Removed()
        for (index, line) in zip(lines.indices, lines) {
            removed.append(line.bytes.dropFirst(lengths[index] ?? 0), number: line.number)
        }
        return removed
    }

    // MARK: Literals in pieces

    /// A text that was printed as a sum of literals, one a line, as Node.js prints long strings.
    ///
    /// `'POST\n' +` stands above `'/model'`: the pieces are put together again, in one literal of double quotes.
    private static func withoutConcatenation(_ lines: InputLines) -> Removed? {
        guard lines.lazy.prefix(sample).contains(where: { isPiece($0.bytes.trimmed) }) else { return nil }
        var removed = Removed()
        var open: (bytes: [UInt8], number: Int)?
        for line in lines {
            let text = line.bytes.trimmed
            if let before = open {
                guard let quote = text.first, "'\"`".utf8.contains(quote), let end = text.lastIndex(of: quote),
                    end > text.startIndex
                else {
                    removed.append(before.bytes + [UInt8(ascii: "\"")], number: before.number)
                    removed.append(line.bytes, number: line.number)
                    open = nil
                    continue
                }
                let joined = before.bytes + text[(text.startIndex + 1)..<end]
                if isPiece(text) {
                    open = (joined, before.number)
                } else {
                    removed.append(joined + [UInt8(ascii: "\"")] + text[(end + 1)...], number: before.number)
                    open = nil
                }
            } else if isPiece(text), let quote = closingQuote(text), let start = line.bytes.firstIndex(of: quote),
                let end = line.bytes.lastIndex(of: quote), start < end
            {
                open = (Array(line.bytes[..<start]) + [UInt8(ascii: "\"")] + line.bytes[(start + 1)..<end], line.number)
            } else {
                removed.append(line.bytes, number: line.number)
            }
        }
        if let open { removed.append(open.bytes + [UInt8(ascii: "\"")], number: open.number) }
        return removed
    }

    /// Whether a line ends with a literal to which another is added.
    private static func isPiece(_ text: ByteText) -> Bool {
        text.last == UInt8(ascii: "+") && closingQuote(text) != nil
    }

    /// The quote before the sign at the end.
    private static func closingQuote(_ text: ByteText) -> UInt8? {
        let rest = text.dropLast().trimmed
        return rest.last.flatMap { "'\"`".utf8.contains($0) && rest.count > 1 ? $0 : nil }
    }

    // MARK: Prefixes

    /// Whether the service's account of a signature stands there: its lines are known, so that what stands before all of them is
    /// no part of them.
    private static func holdsEcho(_ lines: InputLines) -> Bool {
        lines.lazy.prefix(sample).contains { line in
            line.bytes.contains("String for this request should have been")
                || line.bytes.contains("&lt;CanonicalRequest&gt;")
        }
    }

    /// The lines from whose form it is concluded that all have a prefix.
    private static let sample = 4_000

    private static func without(_ prefix: LinePrefix, _ lines: InputLines) -> Removed? {
        var found = 0
        var all = 0
        for line in lines.prefix(sample) where !line.bytes.isBlank {
            all += 1
            if prefix.length(line.bytes) != nil { found += 1 }
        }
        guard all > 1, found * 20 >= all * 19 else { return nil }
        var removed = Removed()
        for line in lines {
            removed.append(line.bytes.dropFirst(prefix.length(line.bytes) ?? 0), number: line.number)
        }
        return removed
    }

    private static func withoutIndentation(_ lines: InputLines) -> Removed? {
        var common: ByteText?
        for line in lines where !line.bytes.isBlank {
            let space = line.bytes.prefix { $0 == 0x20 || $0 == 0x09 }
            let known = common ?? space
            common = known.prefix(zip(known, space).prefix { $0 == $1 }.count)
            if common?.isEmpty == true { return nil }
        }
        guard let width = common?.count, width > 0 else { return nil }
        var removed = Removed()
        for line in lines {
            removed.append(line.bytes.isBlank ? [] : line.bytes.dropFirst(width), number: line.number)
        }
        return removed
    }

    // MARK: Records in JSON

    private static let messageKeys = ["log", "message", "msg", "MESSAGE", "textPayload", "@message"]

    /// Lines of which each is an object with the line of the log in it, as collectors and structured loggers write them.
    private static func withoutJSON(_ lines: InputLines) -> Removed? {
        let head = lines.lazy.filter { !$0.bytes.isBlank }.prefix(8)
        guard head.count > 1, head.allSatisfy({ $0.bytes.trimmed.first == UInt8(ascii: "{") }) else { return nil }
        var removed = Removed()
        var (found, all) = (0, 0)
        for line in lines where !line.bytes.isBlank {
            all += 1
            guard let value = try? JSONValue(parsing: Array(line.bytes.trimmed)),
                let text = messageKeys.lazy.compactMap({ value[$0]?.stringValue }).first
            else {
                removed.append(line.bytes, number: line.number)
                continue
            }
            found += 1
            var pieces = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            if pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
            for piece in pieces { removed.append(piece.last == 0x0D ? piece.dropLast() : piece, number: line.number) }
            for key in ["exception", "error", "err", "stack_trace"] {
                guard let more = value[key]?.stringValue else { continue }
                for piece in Array(more.utf8).split(separator: 0x0A) { removed.append(piece, number: line.number) }
            }
        }
        return found * 2 > all ? removed : nil
    }
}
