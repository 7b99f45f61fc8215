import Evidence
import WireText

/// One way in which a text shows a part of a scene.
enum SceneSight: Sendable, ExpressibleByStringLiteral {
    /// The words stand in the text.
    case words(String)
    /// A name that is no part of a longer one, such as a role's that was made up of it.
    case name(String)
    /// A name as ``name(_:)`` has it, in a line that does not list kinds of credentials as examples.
    case unlisted(String)
    /// The name of a program as people speak of it in sentences: `in Cline`, `when I query Cline`.
    case told(String)
    /// A line begins so, blanks aside.
    case lineStart(String)
    /// A line begins so, and goes on with none of some words: what was typed before the call that failed is another call.
    case command(String, unlike: [String])
    /// Both stand in one line.
    case both(String, String)

    init(stringLiteral words: String) { self = .words(words) }

    /// Where it stands first.
    func place(in passage: IndexedText) -> Range<Int>? {
        let text = passage.bytes
        guard words.allSatisfy(passage.mayHold) else { return nil }
        switch self {
        case .words(let words):
            var rest = text
            while let found = Self.place(of: words, in: rest) {
                if !Self.isDenied(found, in: text) { return found }
                rest = text[found.upperBound...]
            }
            return nil
        case .name(let name): return Self.place(ofName: name, in: text)
        case .told(let name): return Self.place(told: name, in: text)
        case .unlisted(let name):
            var rest = text
            while let found = Self.place(ofName: name, in: rest) {
                let start = text[..<found.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
                let end = text[found.upperBound...].firstIndex(of: 0x0A) ?? text.endIndex
                if !Self.listsKinds(text[start..<end], besides: name) { return found }
                rest = text[end...]
            }
            return nil
        case .lineStart(let words): return Self.lineStart(words, unlike: [], in: text)
        case .command(let words, let others): return Self.lineStart(words, unlike: others, in: text)
        case .both(let first, let second):
            var rest = text
            while let found = rest.range(of: first) {
                let start = text[..<found.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
                let end = text[found.upperBound...].firstIndex(of: 0x0A) ?? text.endIndex
                if text[start..<end].range(of: second) != nil { return found }
                rest = text[end...]
            }
            return nil
        }
    }

    /// Where a name stands that is no part of a longer one.
    private static func place(ofName name: String, in text: ByteText) -> Range<Int>? {
        let isOfName = { (byte: UInt8) in byte.isLetter || byte.isDigit || "-_/".utf8.contains(byte) }
        var rest = text
        while let found = rest.range(of: name) {
            if !(text[..<found.lowerBound].last.map(isOfName) ?? false),
                !(text[found.upperBound...].first.map(isOfName) ?? false)
            {
                return found
            }
            rest = text[found.upperBound...]
        }
        return nil
    }

    private var words: [String] {
        switch self {
        case .words(let words), .name(let words), .told(let words), .unlisted(let words), .lineStart(let words),
            .command(let words, _):
            [words]
        case .both(let first, let second): [first, second]
        }
    }

    /// Words before the name of the program that a call is made with.
    private static let tellers: Set<String> = [
        "in", "with", "using", "via", "through", "from", "inside", "launch", "start", "started", "open", "query", "run",
        "running", "use", "for",
    ]

    /// Words of a line in which a program does well, and so is not the one that fails.
    private static let praise = [
        "works", "worked", "work fine", "working fine", "successfully", "succeeds", "succeeded", "outside",
        "instead of", "unlike", "except", "similar to",
        "\u{6210}\u{529F}", "\u{6B63}\u{5E38}",
    ]

    /// Where a sentence says that the call is made with a program.
    private static func place(told name: String, in text: ByteText) -> Range<Int>? {
        var rest = text
        while let found = place(ofName: name, in: rest) {
            let start =
                text[..<found.lowerBound].suffix(400).lastIndex(of: 0x0A).map { $0 + 1 }
                ?? max(text.startIndex, found.lowerBound - 400)
            let end =
                text[found.upperBound...].prefix(400).firstIndex(of: 0x0A) ?? min(text.endIndex, found.upperBound + 400)
            let before = String(decoding: text[start..<found.lowerBound], as: UTF8.self).lowercased()
            let word = before.split { !$0.isLetter }.last.map(String.init) ?? ""
            let isNext = before.last == " " && before.dropLast().last.map { $0.isLetter } ?? false
            let line = String(decoding: text[start..<end], as: UTF8.self).lowercased()
            if isNext, tellers.contains(word), !praise.contains(where: line.contains), !isDenied(found, in: text) {
                return found
            }
            rest = text[found.upperBound...]
        }
        return nil
    }

    /// Kinds of credentials of which people give examples: `SSO, IRSA, an instance profile`.
    private static let kinds = [
        "SSO", "IRSA", "AssumeRole", "instance profile", "Pod Identity", "ECS task", "Lambda", "single sign-on",
    ]

    private static func listsKinds(_ line: ArraySlice<UInt8>, besides name: String) -> Bool {
        kinds.count { !name.contains($0) && line.range(of: $0) != nil } >= 2
    }

    /// Where a line begins with words, blanks aside, and goes on with none of others.
    private static func lineStart(_ words: String, unlike others: [String], in text: ByteText) -> Range<Int>? {
        var rest = text
        while let found = rest.range(of: words) {
            let before = text[..<found.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
            let behind = text[found.upperBound...]
            if before == nil || before == 0x0A, !others.contains(where: behind.hasPrefix) { return found }
            rest = behind
        }
        return nil
    }

    /// Whether a line says that what is named is not there: `Missing ECS_CONTAINER_METADATA_URI therefore process is not on ECS`.
    private static func isDenied(_ place: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
        let start =
            text[..<place.lowerBound].suffix(40).lastIndex(of: 0x0A).map { $0 + 1 }
            ?? max(text.startIndex, place.lowerBound - 40)
        let end = text[place.upperBound...].prefix(80).firstIndex(of: 0x0A) ?? min(text.endIndex, place.upperBound + 80)
        let before = String(decoding: text[start..<place.lowerBound], as: UTF8.self).lowercased()
        let behind = String(decoding: text[place.upperBound..<end], as: UTF8.self).lowercased()
        // `Missing boto3` is said of a client that calls; of a variable it says that nobody set it.
        if text[place].contains(0x5F), before.hasSuffix("missing ") { return true }
        return ["not on ", "not running on ", "not running in ", "outside of ", "isn't on ", "not in "]
            .contains(where: before.hasSuffix)
            || ["process is not on", "is not set", "not running on", "not found in the environment"].contains(
                where: behind.contains)
    }

    /// Where words stand that are not the end of a longer one: a name within another name is another.
    private static func place(of words: String, in text: ByteText) -> Range<Int>? {
        var rest = text
        while let found = rest.range(of: words) {
            let isWhole = found.lowerBound == text.startIndex || !text[found.lowerBound - 1].isLetter
            if isWhole || !text[found.lowerBound].isLetter { return found }
            rest = text[found.upperBound...]
        }
        return nil
    }
}
