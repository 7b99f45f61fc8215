import SigV4

/// Looks for the mistakes that make a right signer produce a given signature.
///
/// Single mistakes first, then pairs, then triples of the usual ones. A match cannot be chance, so the order only
/// decides how long it takes, and which of several ways to the same bytes is named. The parts of a signature are made
/// once for each mistake, and put together: most hypotheses cost two hashes.
struct SignatureSearch {
    let right: SignerModel
    let signature: SHA256Digest
    /// The body as it arrived.
    let body: [UInt8]
    let base: RenderedSections
    let baseState: SHA256State
    let headerText: HeaderText
    /// About how long the headers' text is.
    let headersCount: Int
    let meter: SearchMeter
    /// Whether every known mistake was tried, alone and in pairs.
    private(set) var isThrough = false

    /// Prepares the search for a signature of 32 bytes.
    init(_ right: SignerModel, signature: SHA256Digest, body: [UInt8] = [], _ meter: SearchMeter) {
        self.right = right
        self.body = body
        self.signature = signature
        self.meter = meter
        base = RenderedSections(right, [.target, .headers, .payload, .text, .key])
        headerText = HeaderText(right.headers)
        headersCount = base.headers?.count ?? 0
        let key = right.key.key
        baseState = key.state(after: right.text.head.span)
    }

    /// Whether the signature is the right one.
    func isRight() -> Bool { matches(base) }

    /// The mistakes that give the signature, as few as there are; nil if none are found.
    ///
    /// - Parameters:
    ///   - mistakes: those that are tried with each other.
    ///   - many: those that are tried alone, of which there are so many that they are not made before they are needed.
    ///   - sweeps: what is counted through.
    mutating func run(_ mistakes: [Mistake], many: () -> [Mistake], sweeps: [NumberSweep]) -> [Mistake]? {
        let singles = candidates(mistakes)
        if let found = first(of: singles) { return found }
        let many = candidates(many())
        if let found = first(of: many) { return found }
        let (usual, rare) = (singles.filter { $0.reach == .triples }, singles.filter { $0.reach == .pairs })
        if let found = pairs(usual, rare) { return found }
        if let found = pairs([], rare) { return found }
        if let found = wide(singles, many, sweeps) { return found }
        // All that is known was tried, two at once; of three at once no search is ever through.
        isThrough = !meter.isCutShort
        return triples(usual)
    }

    /// Whether no further round is begun; within a round only the end of the search counts.
    var isExhausted: Bool { meter.isExhausted }

    private func first(of candidates: [Candidate]) -> [Mistake]? {
        for candidate in candidates {
            if meter.isOver { return nil }
            if matches(candidate.parts) { return candidate.mistakes }
        }
        return nil
    }
}
