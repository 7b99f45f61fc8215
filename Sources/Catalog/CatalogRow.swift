package import WireText

/// What one source says of one model as of a day.
///
/// A member that is `nil`, and a flag that is not there, mean that the source says nothing.
package struct CatalogRow: Sendable, Hashable {
    /// A model's APIs beside Bedrock's own: whether Converse takes the model.
    package enum API: String, Sendable, Hashable, CaseIterable {
        case converse
        /// Only the OpenAI- or Anthropic-shaped paths of `bedrock-mantle` take the id.
        case none
    }

    /// An inference profile: its prefix, and the regions from which it can be called.
    package struct Profile: Sendable, Hashable {
        package let prefix: String
        /// Regions, and names of the file's lists as `@us`; `nil` where the source names none.
        package let regions: [String]?

        package init(prefix: String, regions: [String]?) {
            self.prefix = prefix
            self.regions = regions
        }
    }

    /// The bare id, without a profile's prefix.
    package let id: String
    /// The name of the source.
    package let source: String
    package let asOf: CalendarDay

    /// The name on the model's card.
    package var name: String?
    package var note: String?
    package var launched: CalendarDay?
    /// The first day of the legacy state.
    package var legacy: CalendarDay?
    /// The day from which calls fail.
    package var endOfLife: CalendarDay?
    /// A day before which the end will not come; it retires nothing.
    package var endOfLifeNotBefore: CalendarDay?
    /// The model to move to.
    package var successor: String?
    /// The regions that serve the bare id on demand.
    package var onDemand: [String]?
    package var profiles: [Profile]?
    /// The regions that an account was asked about: of these it has the last word.
    package var asked: [String]?
    package var api: API?
    /// The kinds of path of `bedrock-mantle` that take the id: `chat`, `responses`, `messages`.
    package var mantle: [String]?
    package var contextTokens: Int?
    package var maxOutputTokens: Int?
    /// The fewest tokens that a cache point takes.
    package var cacheMinTokens: Int?
    package var flags: [CatalogFlag: CatalogFlag.Answer] = [:]

    package init(id: String, source: String, asOf: CalendarDay) {
        self.id = id
        self.source = source
        self.asOf = asOf
    }
}
