/// What a finding, a cell of the model table, or the mock server names as wrong, or as well.
///
/// Each code is a static member of this type and is declared once, in the file of its family, with its title and its page.
/// There is no other way to make one, so that a misspelt code does not compile and no code lacks a page.
public struct FindingCode: Sendable {
    /// What every copy of the code shares: a code is one word wide, whatever its page says.
    private final class Declaration: Sendable {
        let spelling: String
        let title: String
        let group: CodeGroup
        let page: CodePage
        let signature: (proof: SignatureProof, onTheWay: ChangeOnTheWay)?

        init(
            _ spelling: String, _ title: String, _ group: CodeGroup, _ page: CodePage,
            _ signature: (proof: SignatureProof, onTheWay: ChangeOnTheWay)? = nil
        ) {
            self.spelling = spelling
            self.title = title
            self.group = group
            self.page = page
            self.signature = signature
        }
    }

    private let declaration: Declaration

    /// How the code is written in reports, logs and on the command line: kebab-case and stable.
    public var spelling: String { declaration.spelling }

    /// What is wrong, in one line without a full stop.
    public var title: String { declaration.title }

    /// What it is about.
    package var group: CodeGroup { declaration.group }

    /// What `doctor explain CODE` prints.
    package var page: CodePage { declaration.page }

    /// How far a cause of a wrong signature can be proven; `nil` for every other code.
    package var proof: SignatureProof? { declaration.signature?.proof }

    /// What a cause of a wrong signature means where the server saw another text than was signed; `nil` for every other code.
    package var onTheWay: ChangeOnTheWay? { declaration.signature?.onTheWay }

    /// Declares a code.
    init(
        _ spelling: String, in group: CodeGroup, title: String, meaning: String, looksLike: String, why: String,
        fix: String, detection: String, source: String
    ) {
        let page = CodePage(
            meaning: meaning, looksLike: looksLike, why: why, fix: fix, detection: detection, source: source)
        declaration = Declaration(spelling, title, group, page)
    }

    /// Declares a cause of a wrong signature.
    init(
        signature spelling: String, title: String, meaning: String, looksLike: String, why: String, fix: String,
        proof: SignatureProof, onTheWay: ChangeOnTheWay, detection: String, source: String
    ) {
        let page = CodePage(
            meaning: meaning, looksLike: looksLike, why: why, fix: fix,
            detection: "\(detection) \(proof.sentence)", source: source)
        declaration = Declaration(spelling, title, .signature, page, (proof, onTheWay))
    }
}

extension FindingCode: Hashable {
    /// Whether two codes are spelt alike.
    public static func == (one: FindingCode, other: FindingCode) -> Bool {
        one.declaration === other.declaration || one.spelling == other.spelling
    }

    /// Hashes the spelling.
    public func hash(into hasher: inout Hasher) { hasher.combine(spelling) }
}

extension FindingCode: CustomStringConvertible {
    /// The spelling.
    public var description: String { spelling }
}
