import Catalog
import JSONText

/// The models and regions of which a reporter says that they work, that they fail, or that they are what is sent: the failing call is
/// none of those that work.
package struct ToldNames: Sendable, Hashable {
    /// In lower case, as all of them.
    package private(set) var works: Set<String> = []
    package private(set) var fails: Set<String> = []

    /// What a program sends by itself, in place of what was chosen.
    package private(set) var sent: Set<String> = []

    package init() {}

    package var isEmpty: Bool { works.isEmpty && fails.isEmpty && sent.isEmpty }

    /// - Parameter others: Clauses about another client, which gets through with what the failing one is given, too.
    init(_ sentences: [ProseSentence], besides others: [ArraySlice<ProseSentence.Word>]) {
        let spared = Set(others)
        var right: Set<String> = []
        for sentence in sentences where Assertion.isStatement(sentence) {
            for clause in Clause.all(of: sentence) {
                let names = Self.names(in: clause.words)
                if names.isEmpty { continue }
                if Self.sends(clause.words) {
                    let own = Self.names(in: Self.withoutAlternative(clause.words))
                    sent.formUnion(own)
                    right.formUnion(names.subtracting(own))
                }
                if Self.corrects(clause.words) { right.formUnion(names) }
                switch clause.outcome {
                case .works where !spared.contains(clause.words) && !Self.isOfSame(clause.words): works.formUnion(names)
                case .fails: fails.formUnion(names)
                default: break
                }
            }
        }
        // What is called right beside what is sent is what the reporter found, and no call was made with it.
        if !sent.isEmpty {
            works.formUnion(right)
            sent.subtract(right)
        }
        works.subtract(fails)
        works.subtract(sent)
    }

    /// The names in a text of its own, such as the message in which a whole post was handed over.
    package init(text: String) {
        let sentences = ProseReader.sentences(of: Array(InputLines(Array(text.utf8))))
        let contrasts = ContrastReader.contrasts(in: sentences)
        self.init(sentences, besides: ContrastReader.clausesOfOthers(in: sentences, contrasts))
    }

    /// Of several names that of the failing call, as far as the reporter tells it: `nil` where that leaves none or a doubt.
    package func failing<Name>(of names: [Name], by text: (Name) -> String) -> Name? {
        for told in [sent, fails] where !told.isEmpty {
            let hits = names.filter { told.contains(text($0).lowercased()) }
            if let first = hits.first, Set(hits.map { text($0).lowercased() }).count == 1 { return first }
        }
        return nil
    }

    // MARK: Words

    private static func names(in words: ArraySlice<ProseSentence.Word>) -> Set<String> {
        var names: Set<String> = []
        for word in words {
            let text = (word.quoted ?? word.written).lowercased()
            guard text.contains("-") else { continue }
            let parts = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-._:".contains($0))) }
            for part in parts {
                let bare = String(part.trimmed(of: ".:-_"))
                if RegionCatalog.looksLikeRegion(bare) || ModelName.looksLikeID(bare) { names.insert(bare) }
            }
        }
        return names
    }

    private static let same: Set<String> = ["same", "identical", "exact"]

    private static func isOfSame(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.contains { same.contains($0.text) }
    }

    /// What a program does, and a person does not say of herself.
    private static let sending: Set<String> = ["sends", "invokes", "calls", "requests", "resolves", "tries", "passes"]

    private static func sends(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.indices.contains { place in
            if sending.contains(words[place].text) { return true }
            // `the identifier being sent is X`, `X is sent`.
            guard ["sent", "used", "passed", "requested"].contains(words[place].text) else { return false }
            let before = words[..<place].suffix(2).map(\.text)
            let isOfSending = words[place].text == "sent" || before.contains("being") || before.contains("actually")
            return isOfSending && before.contains { ["being", "is", "was", "gets", "actually", "get"].contains($0) }
                && !Negation.stands(before: place, in: words)
        }
    }

    /// The words before those that name what should have been there: `X instead of Y`.
    private static func withoutAlternative(_ words: ArraySlice<ProseSentence.Word>) -> ArraySlice<ProseSentence.Word> {
        words.prefix { !["instead", "rather"].contains($0.text) }
    }

    private static let naming: Set<String> = [
        "id", "ids", "identifier", "name", "model", "region", "one", "profile", "arn",
    ]

    /// `the correct model id is X`, `expected: X`; and not `the id is correct`.
    private static func corrects(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.indices.contains { place in
            guard ["correct", "expected", "proper", "right", "valid", "actual"].contains(words[place].text),
                !Negation.stands(before: place, in: words)
            else { return false }
            let behind = words[words.index(after: place)...].prefix(5).map(\.text)
            guard let name = behind.firstIndex(where: naming.contains) else { return false }
            return behind[name...].contains { ["is", "would", "should", "being"].contains($0) }
        }
    }
}
