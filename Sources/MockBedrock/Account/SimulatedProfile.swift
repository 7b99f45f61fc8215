/// An inference profile of a simulated account.
public struct SimulatedProfile: Sendable, Hashable {
    /// Who defined a profile.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The service, for a geography or for all regions; its id begins with `us.`, `eu.`, `global.` or the like.
        case systemDefined = "SYSTEM_DEFINED"
        /// The account; it is called by its ARN.
        case application = "APPLICATION"
    }

    /// The profile id: the prefixed model id of a system-defined profile, twelve characters of an application one.
    public var id: String
    /// The name that the control plane shows.
    public var name: String
    /// Who defined it.
    public var kind: Kind
    /// The model that it leads to.
    public var modelID: String
    /// The regions from which it can be called.
    public var sources: [String]
    /// The regions to which it may route a call.
    public var destinations: [String]
    /// What the account may do with the model through this profile; nil takes the model's own state.
    public var access: ModelAccess?

    /// Makes a profile from its parts.
    public init(
        id: String,
        name: String,
        kind: Kind = .systemDefined,
        modelID: String,
        sources: [String],
        destinations: [String],
        access: ModelAccess? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.modelID = modelID
        self.sources = sources
        self.destinations = destinations
        self.access = access
    }
}
