import Codes
import Evidence

/// A service that hands out credentials before any call to Bedrock: its refusals are about them, whatever their words.
enum CredentialSource: Sendable, Hashable {
    case identityCenter
    case podIdentity
    case instanceMetadata
    case container
    case tokenService

    /// - Parameter service: The endpoint's name, as a scene has it.
    init?(service: String) {
        switch service {
        case "portal.sso", "oidc": self = .identityCenter
        case "eks-auth", MetadataAddress.pod.title: self = .podIdentity
        case "instance metadata", MetadataAddress.instance.title: self = .instanceMetadata
        case MetadataAddress.container.title: self = .container
        case "sts": self = .tokenService
        default: return nil
        }
    }

    /// The link of a chain that the service is; `nil` for one that has several parts in it.
    var link: CredentialLink? {
        switch self {
        case .identityCenter: .singleSignOn
        case .podIdentity: .podIdentity
        case .instanceMetadata: .instanceMetadata
        case .container: .container
        case .tokenService: nil
        }
    }

    /// Whether causes found by the words alone can be those of such a service.
    func explains(_ candidates: [CauseCandidate]) -> Bool {
        guard let first = candidates.first else { return false }
        switch ErrorCauseGroup(first.cause) {
        case .credentials, .network, .settings: return true
        // Policies decide who may call STS, and any service can be busy.
        case .policy, .busy: return self == .tokenService || self == .podIdentity
        default: return false
        }
    }
}
