import JSONText
import WireText

/// The failures that a text tells one by one, each complete: in lines of JSON, in the items of a list, or in blocks of their own.
///
/// N complete sentences of N kinds are N failures, and not readings of one. Whether the kinds differ, only the meaning of the words tells.
enum ListedFailures {
    /// No more are looked at, and no list of them is longer.
    private static let limit = 200

    /// The failures in their order; empty where the text does not tell several.
    static func exchanges(in text: InputText) -> [ObservedExchange] {
        let lines = text.lines.prefix(4_000).map { (number: $0.number, text: $0.bytes.text) }
        for (parts, areItems) in [(objects(lines), true), (items(lines), true), (blocks(lines), false)]
        where parts.count > 1 {
            return parts.prefix(limit).map { part in
                var exchange = ObservedExchange(line: part.line, message: part.text)
                exchange.isItem = areItems
                return exchange
            }
        }
        return []
    }

    private typealias Line = (number: Int, text: String)
    private typealias Part = (line: Int, text: String)

    /// Lines each of which is an object of JSON.
    private static func objects(_ lines: [Line]) -> [Part] {
        var parts: [Part] = []
        for line in lines {
            let text = line.text.trimmed(of: " \t\r,")
            if text.isEmpty { continue }
            guard text.hasPrefix("{"), text.hasSuffix("}"), text.contains("\"") else { return [] }
            parts.append((line.number, String(text)))
        }
        return parts.filter { part in ["rror", "xception", "essage"].contains(where: part.text.contains) }
    }

    /// The items of a list that state an exception of a service; a step or a remark beside them is left out.
    private static func items(_ lines: [Line]) -> [Part] {
        var parts: [Part] = []
        var isWithin = false
        for line in lines {
            let text = line.text.trimmed(of: " \t\r")
            if let item = item(text) {
                parts.append((line.number, String(item)))
                isWithin = true
            } else if text.isEmpty || text.hasPrefix("#") {
                isWithin = false
            } else if isWithin {
                parts[parts.count - 1].text += "\n" + text
            }
        }
        return parts.filter { ErrorTypeName.isStated(in: $0.text) }
    }

    /// What stands behind the mark of a list: `- `, `* `, `1. `, `2) `.
    private static func item(_ text: Substring) -> Substring? {
        for mark in ["- ", "* ", "\u{2022} "] where text.hasPrefix(mark) { return text.dropFirst(2) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return nil }
        let rest = text.dropFirst(digits.count)
        return rest.hasPrefix(". ") || rest.hasPrefix(") ") ? rest.dropFirst(2) : nil
    }

    // MARK: Blocks

    /// What tells that blocks are several failures.
    private static let announcements = [
        "one of the following", "following two", "two errors", "two different", "both errors", "either of these",
        "following errors", "different errors", "these errors", "one of two", "one of these",
    ]

    private static let connectors: Set<String> = ["or", "and", "and also", "and then", "and sometimes", "or sometimes"]

    /// Fenced blocks, or paragraphs where nothing is fenced: those that their reporter calls several, or each of which states an exception of a
    /// service.
    private static func blocks(_ lines: [Line]) -> [Part] {
        var fenced: [Part] = []
        var paragraphs: [Part] = []
        var told = ""
        var (isFenced, isConnected, starts) = (false, false, true)
        for line in lines {
            let text = line.text.trimmed(of: " \t\r")
            if text.hasPrefix("```") || text.hasPrefix("~~~") {
                isFenced.toggle()
                starts = true
                continue
            }
            if text.isEmpty, !isFenced {
                starts = true
            } else if isFenced {
                append(line.number, text, to: &fenced, starts: starts)
                starts = false
            } else if connectors.contains(text.trimmed(of: "*_:.,- ").lowercased()) {
                isConnected = true
                starts = true
            } else {
                told += text.lowercased() + "\n"
                append(line.number, text.trimmed(of: "> "), to: &paragraphs, starts: starts)
                starts = false
            }
        }
        let isAnnounced = isConnected || announcements.contains(where: told.contains)
        let exceptions = (fenced + paragraphs).filter { ErrorTypeName.isStated(in: $0.text) }.sorted {
            $0.line < $1.line
        }
        if isAnnounced { return fenced.count > 1 ? fenced : paragraphs }
        // A chain of exceptions is one failure, whatever stands between its links.
        let isChain = lines.contains { line in chains.contains(where: line.text.contains) }
        return isChain || fenced.isEmpty ? [] : exceptions
    }

    private static let chains = [
        "Caused by", "During handling of the above", "direct cause of the following",
        "Traceback (most recent call last)",
        "[cause]", "\tat ", "    at ",
    ]

    private static func append(_ line: Int, _ text: Substring, to parts: inout [Part], starts: Bool) {
        if starts || parts.isEmpty {
            parts.append((line, String(text)))
        } else {
            parts[parts.count - 1].text += "\n" + text
        }
    }
}
