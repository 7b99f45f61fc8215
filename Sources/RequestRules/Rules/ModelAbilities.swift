package import Catalog

/// What the rules know of a model: a catalog's entry, or a model of a simulated account.
package protocol ModelAbilities: Sendable {
    /// What is known of a flag; `nil` is unknown, and breaks no rule.
    func answer(_ flag: CatalogFlag) -> CatalogFlag.Answer?

    var limits: ModelLimits { get }
}

/// The figures of a model; `nil` is unknown.
package struct ModelLimits: Sendable, Hashable {
    /// The most tokens of an answer.
    package var outputTokens: Int?
    /// The fewest tokens that a cache point takes.
    package var cacheTokens: Int?

    package init(outputTokens: Int? = nil, cacheTokens: Int? = nil) {
        self.outputTokens = outputTokens
        self.cacheTokens = cacheTokens
    }

    package static let unknown = ModelLimits()
}

extension ModelEntry: ModelAbilities {
    package func answer(_ flag: CatalogFlag) -> CatalogFlag.Answer? { self.flag(flag)?.value }

    package var limits: ModelLimits {
        ModelLimits(outputTokens: fact(\.maxOutputTokens)?.value, cacheTokens: fact(\.cacheMinTokens)?.value)
    }
}

extension RequestRule {
    /// Whether the rule holds for a model.
    package func holds(for model: some ModelAbilities, _ delivery: RequestOutline.Delivery) -> Bool {
        switch scope {
        case .every, .limits: true
        case .models(let traits):
            traits.allSatisfy { trait in
                switch model.answer(trait.flag) {
                case .yes: trait.isTaken
                case .no: !trait.isTaken
                case .notStreamed: trait.isTaken == (delivery == .whole)
                case nil: false
                }
            }
        }
    }
}
