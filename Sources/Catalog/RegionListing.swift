package import JSONText
package import WireText

/// What an account's control plane lists in one region.
package struct RegionListing: Sendable {
    /// A model that the region lists, for text and on demand or through a profile.
    package struct Model: Sendable, Hashable {
        package let id: String
        package var name: String?
        package var isOnDemand: Bool
        package var takesImages: Bool
        package var launched: CalendarDay?
        package var legacy: CalendarDay?
        package var endOfLife: CalendarDay?
    }

    package let region: String
    package let models: [Model]

    /// By bare id, the prefixes of the profiles that can be called from the region.
    package let prefixes: [String: [String]]

    /// Reads the answers of ListFoundationModels and ListInferenceProfiles
    /// (<https://docs.aws.amazon.com/bedrock/latest/APIReference/API_FoundationModelSummary.html>).
    ///
    /// - Parameters:
    ///   - summaries: The elements of `modelSummaries`.
    ///   - profiles: The elements of `inferenceProfileSummaries`, of all pages.
    package init(region: String, summaries: [JSONValue], profiles: [JSONValue]) {
        self.region = region
        models = summaries.compactMap(Self.model)
        var prefixes: [String: [String]] = [:]
        for profile in profiles {
            guard let id = profile["inferenceProfileId"]?.stringValue else { continue }
            let (prefix, bare) = ModelPrefix.split(id)
            guard let prefix, prefixes[bare]?.contains(prefix) != true else { continue }
            prefixes[bare, default: []].append(prefix)
        }
        self.prefixes = prefixes
    }

    /// A summary of a model that Converse could take: it answers with text, and is not for provisioned throughput alone.
    private static func model(_ summary: JSONValue) -> Model? {
        let list = { (name: String) in Set(summary[name]?.arrayValue?.compactMap(\.stringValue) ?? []) }
        let routes = list("inferenceTypesSupported")
        guard let id = summary["modelId"]?.stringValue, ModelName.looksLikeBareID(id),
            list("outputModalities").contains("TEXT"), !routes.isDisjoint(with: ["ON_DEMAND", "INFERENCE_PROFILE"])
        else { return nil }
        let life = summary["modelLifecycle"]
        return Model(
            id: id, name: summary["modelName"]?.stringValue, isOnDemand: routes.contains("ON_DEMAND"),
            takesImages: list("inputModalities").contains("IMAGE"), launched: day(life?["startOfLifeTime"]),
            legacy: day(life?["legacyTime"]), endOfLife: day(life?["endOfLifeTime"]))
    }

    /// A time in ISO 8601, or in seconds since 1970.
    private static func day(_ time: JSONValue?) -> CalendarDay? {
        if let text = time?.stringValue { return CalendarDay(String(text.prefix(10))) }
        return time?.numberValue?.int64.map { CalendarDay(unixSeconds: $0) }
    }
}
