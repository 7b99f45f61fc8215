public import Codes

/// What an examination found.
public struct ForensicReport: Sendable, Hashable {
    /// The causes, the decisive one first.
    ///
    /// At most one more than there are causes: a last one may name a second reading of the same bytes.
    public let findings: [CauseFinding]
    /// Which accounts of the request agree; nil if there are not two of them.
    public let comparison: ThreeWayComparison?
    /// How many signatures were made in search of the client's.
    public let hypothesesTried: Int
    /// How many bytes were hashed and written for them, as a ``SearchBudget`` counts them.
    public let bytesTried: Int
    /// What came of the search.
    public let reproduction: Reproduction
    /// What the client signed, with its mistakes made again; nil unless these give its signature.
    public let reproduced: SignedTexts?

    /// Makes a report.
    public init(
        findings: [CauseFinding], comparison: ThreeWayComparison? = nil, hypothesesTried: Int = 0,
        bytesTried: Int = 0, reproduction: Reproduction = .untried,
        reproduced: SignedTexts? = nil
    ) {
        self.findings = findings
        self.comparison = comparison
        self.hypothesesTried = hypothesesTried
        self.bytesTried = bytesTried
        self.reproduction = reproduction
        self.reproduced = reproduced
    }

    /// The codes of the findings, in their order.
    public var codes: [FindingCode] { findings.map(\.cause) }
}
