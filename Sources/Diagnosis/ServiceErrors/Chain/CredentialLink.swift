import Codes
import Evidence
import Report
import WireText

/// A link of a chain of credential providers: which one failed, by what SDKs, tools and their services say of it.
///
/// The words are those of botocore, the AWS CLI, the SDKs for JavaScript, Java, Go, Rust, .NET, Kotlin and Swift, of
/// configure-aws-credentials, and of the services that hand out credentials
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>).
enum CredentialLink: Sendable, Hashable, CaseIterable {
    /// A file of credentials or profiles that is there and cannot be read as one.
    case brokenFile
    /// A role that a client was built without the means to assume.
    case roleCallback
    /// `aws login`, for which some SDKs need a further library.
    case loginLibrary
    /// A role that wants a code, which the program cannot ask for.
    case multiFactor
    case credentialProcess
    /// `aws login`, which wants permissions of its own.
    case consoleSignIn
    /// A role that EKS Pod Identity may not assume for the pod.
    case podTrust
    /// A service account to which no role is associated.
    case podAssociation
    /// An assertion that does not fit the identity provider in the account.
    case assertion
    /// A role's trust policy that does not fit the caller or its token.
    case trustPolicy
    /// A program that was built without the part of its SDK that a profile needs.
    case buildFeature
    /// A profile whose source_profile has no credentials, or leads back to it.
    case sourceProfile
    /// The credentials that are to assume a role.
    case roleBase
    /// A token that its own provider refused when AWS STS asked.
    case providerRefused
    /// A token that AWS STS could not validate.
    case tokenNotValid
    /// A job of GitHub Actions that was given neither keys nor the right to a token.
    case actionInputs
    /// A web identity whose exchange failed, for a reason that is not shown.
    case webIdentity
    /// A token that the EKS Pod Identity agent could not read.
    case podToken
    /// A request without a token, which the EKS Pod Identity agent refused.
    case podTokenEmpty
    /// An identity provider that the role's account does not have.
    case identityProvider
    /// The keys of an identity provider, which AWS STS could not fetch.
    case identityProviderKeys
    /// The audience of a token.
    case tokenAudience
    /// The file of a web identity that is not there.
    case tokenFile
    /// A web identity for which an SDK lacks a module.
    case tokenModule
    case sessionFromSession
    case permissionSet
    case singleSignOn
    case podIdentity
    case podIdentityUnknown
    case container
    case instanceWithoutRole
    case instanceMetadata
    case profile

    /// Groups of words, of each of which one must stand in the text, in small letters and near the others (see ``NearWords``); any
    /// of the sets shows the link.
    ///
    /// Those of single sign-on must stand in one sentence: people tell how they sign in before they tell what was refused.
    private var marks: [[[String]]] {
        switch self {
        case .brokenFile:
            [
                [["missingsectionheadererror", "duplicateoptionerror", "duplicatesectionerror"]],
                [["unable to parse config file", "iniparseerror", "configparseerror"]],
                [["sharedconfigloaderror"], ["failed to load"]],
            ]
        case .roleCallback: [[["no role assumption callback was provided"]]]
        case .loginLibrary: [[["botocore[crt]"]], [["login credential provider"], ["dependency", "awscrt"]]]
        case .multiFactor:
            [
                [
                    ["multi-factor authentication", "mfa code", "mfa token"],
                    ["callback", "not provided", "no mfa", "required", "requires", "session found"],
                ],
                [["assumeroletokenprovider"]], [["token provider required for assumerole with mfa"]],
                [["assume role with mfa"]],
            ]
        case .consoleSignIn: [[["createoauth2token", "authorizeoauth2access"]]]
        case .podTrust: [[["does not have permissions to assume the associated role"]]]
        case .podAssociation:
            [
                [
                    [
                        "no pod identity association", "no eks pod identity association",
                        "pod identity association not found",
                    ]
                ],
                [["assumeroleforpodidentity"], ["resourcenotfoundexception"]],
            ]
        case .assertion:
            [
                [
                    ["assumerolewithsaml"],
                    [
                        "issuer not present", "provider doesn't exist", "invalididentitytoken", "samlresponse",
                        "saml assertion",
                    ],
                ]
            ]
        case .sourceProfile:
            [
                [["infinite loop in credential configuration"]],
                [
                    ["source profile", "source_profile"],
                    [
                        "must have credentials", "does not have credentials", "has no credentials",
                        "missing credentials", "does not exist", "missing: source_profile", "credential_source",
                    ],
                ],
            ]
        case .actionInputs: [[["check your action inputs"]], [["id-token"], ["permission"]]]
        case .buildFeature: [[["requires following cargo feature"]]]
        case .roleBase: [[["assumerole, get identity"]], [["assumerole"], ["get identity: get credentials"]]]
        case .providerRefused: [[["idprejectedclaim"]]]
        case .tokenNotValid:
            [
                [["web identity token provided could not be validated"]],
                [["invalididentitytoken"], ["could not be validated"]],
            ]
        case .webIdentity:
            [[["could not load credentials from tokenfilewebidentitycredentials"]]]
        case .podToken: [[["service account token cannot be parsed"]]]
        case .podTokenEmpty: [[["service account token cannot be empty"]]]
        case .credentialProcess:
            [
                [["custom-process"]], [["process-based credentials"]],
                [["processcredentials"], ["non-zero exit", "exit value", "exit status", "exit code"]],
                [
                    ["credential_process", "credential process"],
                    ["exit", "fail", "error", "returned", "timed", "json", "output"],
                ],
            ]
        case .trustPolicy:
            [
                [
                    [
                        "not authorized to perform sts:assumerolewithwebidentity",
                        "not authorized to perform: sts:assumerolewithwebidentity",
                    ]
                ]
            ]
        case .identityProvider: [[["no openidconnect provider found"]]]
        case .identityProviderKeys: [[["verification key from your identity provider"]]]
        case .tokenAudience: [[["incorrect token audience"]], [["assumerolewithwebidentity"], ["audience"]]]
        case .tokenFile:
            [
                [
                    [
                        "serviceaccount/token", "web_identity_token_file", "web identity token file",
                        "eks-pod-identity-token",
                    ],
                    [
                        "no such file", "enoent", "not found", "does not exist", "cannot find", "permission denied",
                        "unable to read", "failed to read",
                    ],
                ]
            ]
        case .tokenModule:
            [[["'sts' service module must be on the class path"]], [["web identity"], ["must be on the class path"]]]
        case .sessionFromSession:
            [
                [["cannot call getsessiontoken with session credentials"]],
                [["cannot call getfederationtoken with session credentials"]],
            ]
        case .permissionSet: [[["forbiddenexception"], ["no access"]]]
        case .singleSignOn:
            [
                [["session token not found or invalid"]],
                [["resolvessocredentials", "validatessoprofile", "ssocredentialsprovider", "ssotokenprovider"]],
                [["invalidgrantexception"]],
                [
                    ["sso session", "sso token", "sso-oidc", "sso oidc", "ssooidc"],
                    ["expired", "invalid", "not found", "does not exist", "load", "refresh", "fail", "missing"],
                ],
                [["token has expired and refresh failed"]],
                [["getrolecredentials", "startdeviceauthorization", "createtoken"], ["exception", "error", "fail"]],
                [
                    ["aws sso login"],
                    ["expired", "invalid", "try running", "please run", "to refresh", "authenticate"],
                ],
            ]
        case .podIdentityUnknown:
            [
                [
                    ["169.254.170.23", "fd00:ec2::23"],
                    [
                        "unsupported host", "not a valid container metadata", "only loopback hosts",
                        "invalid endpoint host",
                    ],
                ]
            ]
        case .podIdentity: [[["pod identity", "169.254.170.23", "fd00:ec2::23"]], [["assumeroleforpodidentity"]]]
        case .container: [[["container-role"]], [["169.254.170.2"]], [["ecs metadata"]], [["credentialsv2request"]]]
        case .instanceWithoutRole:
            [
                [
                    ["no ec2 instance role found", "no ec2 imds role found", "iam/security-credentials"],
                    ["status code: 404", "statuscode: 404", "404 not found", "(404)", "unable to find role"],
                ]
            ]
        case .instanceMetadata:
            [
                [["169.254.169.254", "fd00:ec2::254"]], [["imds"]],
                [["ec2 instance metadata", "instance profile metadata", "instance metadata"]],
                [["iam-role"], ["credential refresh failed"]], [["ec2metadata"]],
            ]
        case .profile:
            [
                [["did not contain credential_process"]],
                [
                    ["profile"],
                    [
                        "could not load credentials", "credentials in the specified profile",
                        "failed to resolve credentials for profile",
                    ],
                ],
            ]
        }
    }

    private static let limit = 16_384

    /// The link that the words speak of; `nil` where they speak of none.
    init?(_ words: String) {
        let text = String(words.prefix(Self.limit)).lowercased()
        let isProcess = Self.isOfProcess(in: text)
        // A profile of Bedrock's is no profile of ~/.aws.
        let apart = ["inference profile", "inference-profile", "inferenceprofile", "browser profile"].reduce(text) {
            $0.replacing($1, with: "")
        }
        let (all, withoutBedrocks) = (Array(text.utf8)[...], Array(apart.utf8)[...])
        let found = Self.allCases.first { link in
            if link == .credentialProcess, !isProcess { return false }
            return link.marks.contains {
                NearWords.stand(
                    $0, in: link == .profile ? withoutBedrocks : all, isOneSentence: link == .singleSignOn)
            }
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether a command gives a profile's credentials there, and not that none does: `there is no line with credential_process`.
    static func isOfProcess(in text: String) -> Bool {
        let text = text.lowercased()
        let names = [
            "credential_process", "credential process", "custom-process", "process-based", "processcredential",
        ]
        let places = names.flatMap { text.ranges(of: $0) }
        return places.contains { place in
            let sentence =
                text[..<place.lowerBound].suffix(80).split(whereSeparator: { ".;\n".contains($0) }).last ?? ""
            let words = sentence.split(separator: " ")
            return !["no", "without", "neither", "lacks", "nor"].contains { words.contains(Substring($0)) }
        }
    }

    /// What failed, in one sentence.
    var meaning: String {
        switch self {
        case .brokenFile: "The file of credentials or profiles is there, and cannot be read as one."
        case .roleCallback: "The client was built without the part of its SDK that assumes roles."
        case .loginLibrary: "The profile signs in by aws login, and the library for it is not installed."
        case .multiFactor: "The profile's role wants an MFA code, and the program cannot ask for one."
        case .credentialProcess: "The command that gives the profile's credentials failed."
        case .consoleSignIn: "The user or role may not sign in by aws login."
        case .podTrust: "EKS Pod Identity may not assume the role that is associated with the service account."
        case .podAssociation: "No role is associated with the pod's service account."
        case .assertion: "AWS STS does not take the SAML assertion."
        case .sourceProfile: "The profile's source_profile gives no credentials."
        case .actionInputs: "The job has neither keys nor a token to get a role with."
        case .buildFeature: "The program was built without the part of its SDK that the profile needs."
        case .roleBase: "The role could not be assumed, because the credentials that are to assume it were not found."
        case .providerRefused: "The identity provider itself refused the token when AWS STS asked it."
        case .tokenNotValid: "AWS STS could not validate the token of the web identity."
        case .webIdentity: "A web identity is set up, and its token could not be exchanged for credentials."
        case .podTokenEmpty: "The EKS Pod Identity agent was asked without a token."
        case .podToken: "The EKS Pod Identity agent could not read the token that was sent to it."
        case .trustPolicy: "The role does not trust the token's issuer, audience or subject."
        case .identityProvider: "The account has no identity provider for the token's issuer."
        case .identityProviderKeys: "AWS STS could not fetch the keys of the token's issuer."
        case .tokenAudience: "AWS STS refused the audience of the token."
        case .tokenFile: "The file with the web identity's token is not there, or may not be read."
        case .tokenModule: "A web identity is set up, and the SDK lacks the module that uses it."
        case .sessionFromSession: "A session cannot ask for another one."
        case .permissionSet: "IAM Identity Center does not give this user the account or the permission set."
        case .singleSignOn: "IAM Identity Center refused the session of single sign-on."
        case .podIdentity: "The EKS Pod Identity agent gave no credentials."
        case .podIdentityUnknown: "The SDK does not know the address of the EKS Pod Identity agent."
        case .container: "The credentials endpoint of the container gave none."
        case .instanceWithoutRole: "The instance has no role."
        case .instanceMetadata: "Instance metadata, the last link of the chain, gave no credentials."
        case .profile: "The profile gave no credentials."
        }
    }

    /// The code of a failure of this link where the words have no better one.
    var code: FindingCode {
        [.trustPolicy, .podTrust, .consoleSignIn].contains(self) ? .iamDenied : .credentialsMissing
    }

    /// How sure one can be: the message says which link failed, not why the service behind it gave nothing.
    var confidence: Confidence {
        switch self {
        case .brokenFile, .roleCallback, .loginLibrary, .multiFactor, .credentialProcess, .trustPolicy,
            .identityProvider,
            .tokenAudience,
            .tokenFile,
            .tokenModule, .sessionFromSession, .podIdentityUnknown, .instanceWithoutRole, .buildFeature,
            .providerRefused, .tokenNotValid, .podToken, .podTokenEmpty, .podTrust, .podAssociation, .sourceProfile:
            .certain
        case .consoleSignIn, .assertion, .actionInputs, .roleBase, .webIdentity, .permissionSet, .singleSignOn,
            .podIdentity, .container, .instanceMetadata,
            .profile,
            .identityProviderKeys:
            .likely
        }
    }

    /// The causes, where those that were found by the words are of another kind than a failed link.
    ///
    /// - Parameter speaksOfCredentials: Whether credentials were asked for, and not anything that an address serves.
    func causes(_ candidates: [CauseCandidate], speaksOfCredentials: Bool) -> [CauseCandidate] {
        guard let first = candidates.first else { return [CauseCandidate(code, confidence)] }
        // AWS STS has answered: the client had a region.
        if first.cause == .regionMissing, Self.answered.contains(self) { return [CauseCandidate(code, confidence)] }
        if Self.own.contains(first.cause) { return [CauseCandidate(first.cause, min(first.confidence, confidence))] }
        switch ErrorCauseGroup(first.cause) {
        case .network:
            // The last link of every chain: that it gives no credentials means that those before it were empty.
            return self == .instanceMetadata && speaksOfCredentials ? [CauseCandidate(code, .likely)] : candidates
        // Whoever hands out sessions limits its callers, too.
        case .busy where self == .singleSignOn: return candidates
        // A model or an API key is known to Bedrock alone, which has answered.
        case .model where self == .singleSignOn: return candidates
        case .credentials where self == .singleSignOn && Self.ofKeys.contains(first.cause): return candidates
        case .credentials, .settings, .policy: return [CauseCandidate(code, confidence)]
        default: return self == .instanceMetadata || self == .profile ? candidates : [CauseCandidate(code, confidence)]
        }
    }

    /// Links of which a service's own refusal stands there.
    private static let answered: Set<CredentialLink> = [
        .identityProvider, .identityProviderKeys, .tokenAudience, .tokenNotValid, .providerRefused, .trustPolicy,
        .podTrust,
        .podAssociation, .assertion,
    ]

    private static let ofKeys: Set<FindingCode> = [.bearerTokenInvalid, .bearerTokenExpired, .bearerIAMDenied]

    /// Codes that name what a link may have failed of.
    private static let own: Set<FindingCode> = [
        .credentialsMissing, .credentialsPartial, .credentialsServiceUnreachable, .tokenExpired, .profileNotFound,
        .regionMissing, .clockSkewExpired, .clockSkewFuture,
    ]
}
