/// What a remedy has a person look at or do, as far as the person's own words can rule it out or say that it is done.
///
/// It is said where the remedy is written (``Remedy/about(_:)``), or follows from its ``NextStep``; no report shows it.
package enum RemedySubject: Sendable, Hashable {
    /// The secret and the key id.
    case keys
    /// Whether key id and secret were copied whole.
    case pair
    /// A session token that is left over, or absent.
    case token
    /// Getting credentials anew.
    case renewal
    /// Signing in anew.
    case login
    /// Whatever this shell holds.
    case environment
    /// The form of the path.
    case path
    /// Allowing an action by a policy.
    case policy
    /// Whether an API key is taken at all.
    case apiKey
    /// Asking for access to a model.
    case modelAccess
    /// Seeing which of a model's gates is closed to the account.
    case modelGate
    /// Calling another region.
    case otherRegion
    /// Keeping to a figure that the message itself gives.
    case figure
    /// What the message or its reporter names as the cure: what works elsewhere does not change it.
    case instruction
    /// What the input itself shows to be wrong: what works elsewhere does not outweigh it.
    case shown
    /// A look at everything, where nothing is known.
    case everything
    /// Comparing what was signed with what the service says should have been.
    case signedText
}

extension [Remedy] {
    /// The remedies with those behind all others that are about one of some subjects.
    package func deferring(_ subjects: Set<RemedySubject>) -> [Remedy] {
        filter { $0.subjects.isDisjoint(with: subjects) } + filter { !$0.subjects.isDisjoint(with: subjects) }
    }
}

extension NextStep {
    /// What the command itself is about, whatever the remedy says around it.
    var subjects: Set<RemedySubject> {
        switch self {
        case .doctor(.env): [.keys, .environment]
        case .doctor(.identity): [.keys]
        case .doctor(let step) where step.settings.contains(.option("--regions", "all")): [.otherRegion]
        case .getCredentials: [.renewal]
        case .shell, .doctor, .aws, .setClock: []
        }
    }
}
