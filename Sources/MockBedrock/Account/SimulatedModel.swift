public import WireText

/// A foundation model of a simulated account.
public struct SimulatedModel: Sendable, Hashable {
    /// The stages of a model's life, as the control plane reports them; dates as `YYYY-MM-DD`.
    public struct Lifecycle: Sendable, Hashable {
        /// The day the model was launched.
        public var start: CalendarDay?
        /// The day from which the model is legacy.
        public var legacy: CalendarDay?
        /// The day from which calls are refused.
        public var endOfLife: CalendarDay?

        /// Makes a lifecycle from the days that are known.
        public init(start: CalendarDay? = nil, legacy: CalendarDay? = nil, endOfLife: CalendarDay? = nil) {
            self.start = start
            self.legacy = legacy
            self.endOfLife = endOfLife
        }
    }

    /// A member of a Converse request that not every model takes.
    public enum Feature: String, Sendable, Hashable, CaseIterable {
        /// System prompts.
        case system
        /// Tool configuration.
        case tools
        /// Cache points.
        case promptCaching = "prompt-caching"
        /// Images in messages.
        case images
        /// `temperature` and `topP`.
        case sampling
        /// ConverseStream.
        case streaming
        /// CountTokens.
        case countTokens = "count-tokens"
    }

    /// The model id, such as `amazon.nova-micro-v1:0`.
    public var id: String
    /// The name that the control plane shows.
    public var name: String
    /// The provider that the control plane shows.
    public var provider: String
    /// The most tokens of a prompt.
    public var contextTokens: Int
    /// The most tokens of an answer; a larger `maxTokens` is refused.
    public var maxOutputTokens: Int
    /// What the model takes.
    public var features: Set<Feature>
    /// The stages of its life.
    public var lifecycle: Lifecycle
    /// Its state in each region where it is offered; absent regions do not have it.
    public var regions: [String: ModelState]

    /// Makes a model from its parts.
    public init(
        id: String,
        name: String,
        provider: String,
        contextTokens: Int,
        maxOutputTokens: Int,
        features: Set<Feature> = Set(Feature.allCases),
        lifecycle: Lifecycle = Lifecycle(),
        regions: [String: ModelState]
    ) {
        self.id = id
        self.name = name
        self.provider = provider
        self.contextTokens = contextTokens
        self.maxOutputTokens = maxOutputTokens
        self.features = features
        self.lifecycle = lifecycle
        self.regions = regions
    }
}
