import SigV4
import Subprocess

/// The environment of a client under test: endpoint, region and credentials of the mock, and nothing that leads to others.
///
/// A client that finds other credentials would sign with them, and a wrong signature or, worse, a right one for a service
/// that is meant to be left out, would be the result.
struct ClientEnvironment {
    var address: MockAddress
    /// The server's host, which no proxy can reach.
    var host: String
    /// The environment that the changes are made to.
    var surroundings: [String: String]

    /// What would win over the server's key pair, belongs to another, or is where an SDK looks for one
    /// (AWS SDKs and Tools Reference Guide, "Standardized credential providers").
    static let foreign = [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_BEARER_TOKEN_BEDROCK", "AWS_SECURITY_TOKEN",
        "AWS_CREDENTIAL_EXPIRATION",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    ]

    /// Where a client finds the pair, the endpoint and the region that are its own.
    static let own = [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL_BEDROCK", "AWS_ENDPOINT_URL_STS",
    ]

    /// Empty files: a profile that the client's own code names is not found, instead of used.
    static let closed = [
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_CONFIG_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
    ]

    /// What the client's environment has in place of this process's; nil for what it has not.
    var changes: [Environment.Key: String?] {
        let credential = address.credential
        var changes: [Environment.Key: String?] = [
            "AWS_ACCESS_KEY_ID": credential.accessKeyID, "AWS_SECRET_ACCESS_KEY": credential.secretAccessKey,
        ]
        for (name, value) in Self.closed.map({ (name: $0, value: $1) }) + address.places {
            changes.updateValue(value, forKey: Environment.Key(stringLiteral: name))
        }
        changes.updateValue(credential.sessionToken, forKey: "AWS_SESSION_TOKEN")
        for variable in Self.foreign { changes.updateValue(nil, forKey: Environment.Key(stringLiteral: variable)) }
        if let key = address.bearer {
            changes.updateValue(key.text, forKey: Environment.Key(stringLiteral: BedrockAPIKey.variable))
        }
        guard !address.isProxy else {
            for variable in MockAddress.pastProxy {
                changes.updateValue(nil, forKey: Environment.Key(stringLiteral: variable))
            }
            return changes
        }
        // Clients read one spelling of the variable or the other, and of an IPv6 address too.
        for variable in ["NO_PROXY", "no_proxy"] {
            let spellings = host.contains(":") ? [host, "[\(host)]"] : [host]
            let hosts = [surroundings[variable] ?? ""].filter { !$0.isEmpty } + spellings
            changes.updateValue(hosts.joined(separator: ","), forKey: Environment.Key(stringLiteral: variable))
        }
        return changes
    }
}
