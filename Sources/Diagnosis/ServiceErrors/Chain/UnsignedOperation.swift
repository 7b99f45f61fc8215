import Codes
import Evidence
import Report

/// An operation that is called without credentials of AWS: what the caller shows is a token in the request, so that no keys help.
///
/// Sources: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>,
/// <https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html>,
/// <https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html>,
/// <https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html>.
struct UnsignedOperation {
    private let operation: String
    private let token: String

    /// What each takes in place of a signature.
    private static let tokens = [
        "AssumeRoleWithWebIdentity":
            "WebIdentityToken, which an OpenID Connect issuer gives (the file in AWS_WEB_IDENTITY_TOKEN_FILE)",
        "AssumeRoleWithSAML": "SAMLAssertion, which the identity provider gives",
        "GetRoleCredentials": "the access token of the single sign-on, which aws sso login leaves in ~/.aws/sso/cache",
        "ListAccounts": "the access token of the single sign-on, which aws sso login leaves in ~/.aws/sso/cache",
        "ListAccountRoles": "the access token of the single sign-on, which aws sso login leaves in ~/.aws/sso/cache",
        "CreateToken": "clientId and clientSecret of RegisterClient, with the code that was confirmed",
        "RegisterClient": "a name and a type of the client",
        "StartDeviceAuthorization": "clientId and clientSecret of RegisterClient",
        "GetCredentialsForIdentity": "Logins, the tokens of the identity pool's providers",
        "GetId": "Logins, the tokens of the identity pool's providers",
    ]

    init?(_ call: FailedCall) {
        guard
            let name = call.scene.operation?.value ?? call.answer.operation ?? call.read.operation
                ?? Self.command(in: call.text),
            let token = Self.tokens[name]
        else { return nil }
        operation = name
        self.token = token
    }

    /// The operation by the name of its command in the SDK for JavaScript.
    private static func command(in text: String) -> String? {
        tokens.keys.sorted().first { text.contains($0 + "Command") }
    }

    /// What to do about a refusal of keys, or for want of them.
    func remedies(_ code: FindingCode) -> [Remedy]? {
        guard [.credentialsMissing, .missingAuthToken, .tokenInvalid, .signatureMismatch].contains(code) else {
            return nil
        }
        let isRefused = code != .credentialsMissing && code != .missingAuthToken
        let why =
            isRefused
            ? "Take keys out of this call: \(operation) needs none, and signed with wrong ones it is refused."
            : "Send \(operation) unsigned: it needs no keys of AWS, so that setting some does not help."
        return [
            Remedy(
                """
                \(why) What it takes is \(token). Make the client of it without credentials (boto3: Config(signature_version=UNSIGNED); JavaScript: a signer that returns the request as it is), or leave the exchange to the \
                SDK's own provider, which does so; see that the token is there, of this issuer, and not expired.
                """)
        ]
    }
}
