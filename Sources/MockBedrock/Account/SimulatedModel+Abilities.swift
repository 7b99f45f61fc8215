package import Catalog
package import RequestRules

/// A simulated model as the rules of requests ask about it: what its features do not name is not known.
extension SimulatedModel: ModelAbilities {
    package func answer(_ flag: CatalogFlag) -> CatalogFlag.Answer? {
        let feature: Feature
        switch flag {
        case .system: feature = .system
        case .tools: feature = .tools
        case .promptCaching: feature = .promptCaching
        case .vision: feature = .images
        case .samplingParameters: feature = .sampling
        default: return nil
        }
        return features.contains(feature) ? .yes : .no
    }

    package var limits: ModelLimits { ModelLimits(outputTokens: maxOutputTokens) }
}
