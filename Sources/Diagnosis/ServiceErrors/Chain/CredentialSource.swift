import Codes
import Evidence
import Report

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

    /// The causes of a refusal that the words alone do not explain.
    ///
    /// AWS STS has a caller already, whom it refuses: that no credentials were there would be said by the client.
    func causes(_ read: ReadAnswer, _ found: [CauseCandidate]) -> [CauseCandidate] {
        guard self == .tokenService else { return [CauseCandidate(.credentialsMissing, .likely)] }
        let isOfRole = read.operation?.hasPrefix("AssumeRole") ?? false
        switch read.errorType.flatMap(AWSErrorType.init(named:)) {
        case .accessDenied: return [CauseCandidate(isOfRole ? .roleDenied : .iamDenied, .likely)]
        case .malformedPolicyDocument where isOfRole: return [CauseCandidate(.roleRequestInvalid, .likely)]
        case .validation: return [CauseCandidate(isOfRole ? .roleRequestInvalid : .validationRequest, .likely)]
        case .regionDisabled: return [CauseCandidate(.identityRegionDisabled, .likely)]
        default:
            // Bedrock's models are nothing that STS knows.
            let isOfModel =
                found.first.map { if case .model = ErrorCauseGroup($0.cause) { true } else { false } } ?? false
            return isOfModel ? [] : found
        }
    }

    /// Whether causes found by the words alone can be those of such a service.
    func explains(_ candidates: [CauseCandidate]) -> Bool {
        guard let first = candidates.first else { return false }
        switch ErrorCauseGroup(first.cause) {
        case .credentials, .network, .settings: return true
        // Policies decide who may call STS, and any service can be busy.
        case .account, .request, .serviceFault: return self == .tokenService && first.cause != .validationRequest
        case .busy: return [.tokenService, .podIdentity, .identityCenter].contains(self)
        case .policy: return self == .tokenService || self == .podIdentity
        default: return false
        }
    }
}
