import SigV4

/// Every mistake that a request gives reason to try.
enum KnownMistakes {
    /// The mistakes in the order in which they are tried.
    ///
    /// - Parameters:
    ///   - owner: the credential that should have signed; nil if no secret is known, then none of the key is tried.
    ///   - meter: ends the list where the search is over.
    static func all(
        _ model: SignerModel, _ facts: RequestFacts, _ claim: ClaimedSignature, _ forensicCase: ForensicCase,
        owner: SigningCredentials?, _ meter: SearchMeter
    ) -> [Mistake] {
        let families: [() -> [Mistake]] = [
            { ExchangeMistakes.all(model, facts, claim, forensicCase.rules(for: claim)) },
            { PathMistakes.all(model.path, facts) },
            { QueryMistakes.all(model.query) },
            { HeaderMistakes.joins(model.headers) + HeaderMistakes.emptyLines(model.headers) },
            { HeaderValueMistakes.all(model, facts) },
            { HeaderMistakes.all(model.headers) },
            { BodyMistakes.all(model, facts, meter) },
            { ScopeMistakes.all(model, facts, service: forensicCase.service ?? "bedrock") },
            {
                owner.map { owner in
                    KeyMistakes.all(model, others: forensicCase.credentials.filter { $0 != owner }, owner)
                } ?? []
            },
            { TimeMistakes.all(model, facts) },
            { TextMistakes.all(model, keyID: claim.keyID) },
        ]
        return mistakes(families, meter)
    }

    /// Mistakes that are too many of their kind to be made before the usual ones have failed; each is tried alone.
    static func many(_ model: SignerModel, _ facts: RequestFacts, _ meter: SearchMeter) -> [Mistake] {
        let families: [() -> [Mistake]] = [
            { SparedSets.all(model.path, model.query) + PathEncoders.decodedOnce(model.path) },
            { BodyMistakes.many(facts, meter) },
            { TimeMistakes.many(model, facts) },
        ]
        return mistakes(families, meter)
    }

    /// Makes one family after another, as long as the search goes on.
    private static func mistakes(_ families: [() -> [Mistake]], _ meter: SearchMeter) -> [Mistake] {
        families.reduce(into: []) { mistakes, family in
            meter.look()
            if !meter.isOver { mistakes += family() }
        }
    }
}
