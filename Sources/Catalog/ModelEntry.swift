package import WireText

/// One model as AWS documents it.
package struct ModelEntry: Sendable, Hashable {
    /// Whether a model takes a kind of input.
    package enum Support: Sendable, Hashable {
        case yes
        case no
        /// Documented for requests answered at once, not for streamed ones.
        case notStreamed
        /// The pages read say nothing.
        case undocumented
    }

    /// Where in its life a model stands on some day.
    package enum Lifecycle: Sendable, Hashable {
        case active
        /// Closed to new customers and to those who have not used it lately
        /// (<https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html>).
        case legacy
        /// Past its end of life: every call fails.
        case retired
    }

    /// The bare id, without a geographic prefix.
    package let id: String

    /// The name on the model's card.
    package let name: String

    /// The regions that serve the bare id on demand.
    package let onDemandRegions: [String]

    /// By profile prefix, the regions from which that profile may be called.
    package let profiles: [(prefix: String, regions: [String])]

    package let vision: Support
    package let tools: Support
    package let system: Support

    /// The first day of the legacy state.
    package let legacyDay: CalendarDay?

    /// The day from which calls fail.
    package let endOfLifeDay: CalendarDay?

    /// The model to move to.
    package let successor: String?

    init(
        _ id: String, _ name: String, onDemand: [String] = [], profiles: [(prefix: String, regions: [String])] = [],
        vision: Support = .undocumented, tools: Support = .undocumented, system: Support = .undocumented,
        legacy: String? = nil, endOfLife: String? = nil, successor: String? = nil
    ) {
        self.id = id
        self.name = name
        onDemandRegions = onDemand
        self.profiles = profiles
        self.vision = vision
        self.tools = tools
        self.system = system
        legacyDay = legacy.flatMap { CalendarDay($0) }
        endOfLifeDay = endOfLife.flatMap { CalendarDay($0) }
        self.successor = successor
    }

    /// The state of the model on a day.
    package func lifecycle(on day: CalendarDay) -> Lifecycle {
        if let endOfLifeDay, day >= endOfLifeDay { return .retired }
        if let legacyDay, day >= legacyDay { return .legacy }
        return .active
    }

    /// Whether the documents name any region for the model; without it nothing is concluded from a region's absence.
    package var hasDocumentedRegions: Bool { !onDemandRegions.isEmpty || !profiles.isEmpty }

    /// Whether the documents offer the model in a region, on demand or through a profile.
    package func isOffered(in region: String) -> Bool {
        onDemandRegions.contains(region) || profiles.contains { $0.regions.contains(region) }
    }

    package static func == (left: ModelEntry, right: ModelEntry) -> Bool { left.id == right.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
