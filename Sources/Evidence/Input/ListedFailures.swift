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
        let lines = ReportLine.all(in: text)
        for (read, areItems) in [(objects, true), (items, true), (blocks, false)] {
            let parts = read(lines)
            guard parts.count > 1 else { continue }
            return parts.prefix(limit).map { part in
                var exchange = ObservedExchange(line: part.line, message: part.text)
                exchange.isItem = areItems
                return exchange
            }
        }
        return []
    }

    private typealias Part = (line: Int, text: String)

    /// Lines each of which is an object of JSON.
    private static func objects(_ lines: [ReportLine]) -> [Part] {
        var parts: [Part] = []
        for line in lines {
            let text = line.text.trimmed(of: " \t\r,")
            if text.isEmpty { continue }
            guard text.hasPrefix("{"), text.hasSuffix("}"), text.contains("\"") else { return [] }
            parts.append((line.number, String(text)))
        }
        return parts.filter { part in ["rror", "xception", "essage"].contains(where: part.text.contains) }
    }

    /// The items of a list that state an exception of a service, also of one that a fence holds.
    private static func items(_ lines: [ReportLine]) -> [Part] {
        let told = namedItems(lines)
        return told.count > 1 ? told : namedItems(lines.map(\.bare))
    }

    /// Those that name an exception; a step or a remark beside them is left out.
    private static func namedItems(_ lines: [ReportLine]) -> [Part] {
        var parts: [Part] = []
        var isWithin = false
        for line in lines {
            switch line.form {
            case .item(let item):
                parts.append((line.number, item ?? ""))
                isWithin = true
            case .blank, .heading: isWithin = false
            case .fenced, .words:
                if isWithin { parts[parts.count - 1].text += "\n" + line.text }
            case .opening, .closing: break
            }
        }
        return parts.filter { FailureStatement.isNamed(in: $0.text) }
    }

    // MARK: Blocks

    /// What tells that blocks are several failures.
    private static let announcements = [
        "one of the following", "following two", "two errors", "two different", "both errors", "either of these",
        "following errors", "different errors", "these errors", "one of two", "one of these",
    ]

    private static let connectors: Set<String> = ["or", "and", "and also", "and then", "and sometimes", "or sometimes"]

    private static func isConnector(_ line: ReportLine) -> Bool {
        connectors.contains(line.text.trimmed(of: "*_:.,- ").lowercased())
    }

    /// Fenced blocks, or paragraphs where nothing is fenced: those that their reporter calls several, or each of which states an exception of a
    /// service.
    private static func blocks(_ lines: [ReportLine]) -> [Part] {
        let blocks = ReportBlock.all(of: lines, partedBy: isConnector)
        let fenced = blocks.filter(\.isFenced).map(part)
        let paragraphs = blocks.filter { !$0.isFenced }.map(part)
        let told = paragraphs.map { $0.text.lowercased() }.joined(separator: "\n")
        let isConnected = lines.contains { $0.form != .fenced && isConnector($0) }
        if isConnected || announcements.contains(where: told.contains) { return fenced.count > 1 ? fenced : paragraphs }
        // A chain of exceptions is one failure, whatever stands between its links.
        let isChain = lines.contains { line in links.contains(where: line.text.contains) || isFrame(line.text) }
        let named = fenced.isEmpty || isChain ? [] : blocks.filter(isNamed).map(part)
        return named.count > 1 ? named : apart(blocks)
    }

    /// Whether a program names an exception in a block: in a paragraph its reporter may speak of one.
    private static func isNamed(_ block: ReportBlock) -> Bool {
        FailureStatement.isNamed(in: block.text)
            && (block.isFenced || block.lines.contains { FailureStatement.stands(in: $0.text) })
    }

    private static func part(_ block: ReportBlock) -> Part {
        // What is quoted is a paragraph all the same.
        let text = block.isFenced ? block.text : block.lines.map { $0.text.trimmed(of: "> ") }.joined(separator: "\n")
        return (block.number, text)
    }

    /// Complete statements in fences of their own, of which the reporter speaks one by one; empty where two stand without a word between them, or
    /// one follows from the other.
    private static func apart(_ blocks: [ReportBlock]) -> [Part] {
        var parts: [Part] = []
        var isTold = true
        for block in blocks {
            if block.isTold { isTold = true }
            guard block.isFenced, FailureStatement.isComplete(in: block.text) else { continue }
            let isLink = !parts.isEmpty && links.contains(where: block.text.hasPrefix)
            guard isTold, !isLink else { return [] }
            parts.append(part(block))
            isTold = false
        }
        return parts
    }

    /// What stands between the links of a chain of exceptions.
    private static let links = [
        "Caused by", "During handling of the above", "The above exception was the direct cause", "[cause]",
    ]

    /// A frame of a stack, or the line above a stack.
    private static func isFrame(_ text: String) -> Bool {
        text.hasPrefix("at ") || text.contains("Traceback (most recent call last)")
    }
}
