package import WireText

/// One model, by all that the sources of a catalog say of it.
package struct ModelEntry: Sendable {
    /// Where in its life a model stands on some day.
    package enum Lifecycle: String, Sendable, Hashable {
        case active
        /// Closed to new customers and to those who have not used it lately
        /// (<https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html>).
        case legacy
        /// Past its end of life: every call fails.
        case retired
    }

    /// An inference profile of the model.
    package struct Profile: Sendable, Hashable {
        package let prefix: String

        /// The regions from which it can be called.
        package let regions: [String]

        /// Whether a source says so; else they are those from which profiles of this prefix can usually be called.
        package let isStated: Bool
    }

    /// A fact and who says so.
    package struct Fact<Value: Sendable>: Sendable {
        package let value: Value
        package let source: CatalogSource
        package let asOf: CalendarDay
    }

    /// The bare id, without a geographic prefix.
    package let id: String

    /// The rows about it, the one that is believed first at the front.
    package let rows: [(row: CatalogRow, source: CatalogSource)]

    /// The regions that serve the bare id on demand.
    package let onDemandRegions: [String]

    /// The profiles, in the order of the row that names them.
    package let profiles: [Profile]

    init(id: String, rows: [(row: CatalogRow, source: CatalogSource)], offers: ModelOffers) {
        self.id = id
        self.rows = rows
        onDemandRegions = offers.onDemand
        profiles = offers.profiles
    }

    /// What the most trusted source that speaks of it says.
    package func fact<Value: Sendable>(_ value: (CatalogRow) -> Value?) -> Fact<Value>? {
        for (row, source) in rows {
            if let value = value(row) { return Fact(value: value, source: source, asOf: row.asOf) }
        }
        return nil
    }

    /// What is known of a flag; `nil` is unknown, not no.
    package func flag(_ flag: CatalogFlag) -> Fact<CatalogFlag.Answer>? { fact { $0.flags[flag] } }

    /// The name on the model's card, or the id.
    package var name: String { fact(\.name)?.value ?? id }

    /// The first day of the legacy state.
    package var legacyDay: CalendarDay? { fact(\.legacy)?.value }

    /// The day from which calls fail.
    package var endOfLifeDay: CalendarDay? { fact(\.endOfLife)?.value }

    /// The model to move to.
    package var successor: String? { fact(\.successor)?.value }

    /// Whether Converse takes the id, as far as is known: ids of `bedrock-mantle` alone it does not.
    package var isForConverse: Bool { fact(\.api)?.value != CatalogRow.API.none }

    /// Whether a source says what only a model that writes text has: a limit of what it writes, tools, a place in Converse.
    package var writesText: Bool {
        MediaFamily(id) == nil
            && (fact(\.api)?.value == .converse || fact(\.maxOutputTokens) != nil || flag(.tools)?.value == .yes)
    }

    /// The provider, which is the first part of the id.
    package var provider: String { String(id.prefix { $0 != "." }) }

    /// The state of the model on a day.
    package func lifecycle(on day: CalendarDay) -> Lifecycle {
        if let endOfLifeDay, day >= endOfLifeDay { return .retired }
        if let legacyDay, day >= legacyDay { return .legacy }
        return .active
    }

    /// The most trusted source that speaks of the model.
    package var authority: CatalogSource.Authority { rows.first?.source.authority ?? .unofficial }

    /// Whether a source names any region for the model; without it nothing is concluded from a region's absence.
    package var hasDocumentedRegions: Bool {
        !onDemandRegions.isEmpty || profiles.contains { $0.isStated && !$0.regions.isEmpty }
    }

    /// Whether the catalog offers the model in a region, on demand or through a profile.
    package func isOffered(in region: String) -> Bool {
        onDemandRegions.contains(region) || profiles.contains { $0.regions.contains(region) }
    }
}
