import Report
import SigV4

/// Where the mock server is, and as whom it is called: what a client of the AWS SDKs must have in its environment.
///
/// Only Bedrock's own endpoints are set, and that of STS where there are roles. `AWS_ENDPOINT_URL` would bring every other service of the client's here too
/// (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
struct MockAddress {
    var endpoint: String
    var region: String
    var credential: ServedCredential
    /// The API key that the client is to use; nil where it is to sign.
    var bearer: ServedBearer?
    /// The file of the authorities that clients are to trust; nil where they need no other than their own.
    var authorities: String?
    /// Whether clients come to the server as to a proxy, and not as to an endpoint.
    var isProxy = false
    /// Whether the server's accounts have roles, so that STS is asked there too.
    var handsOutRoles = false
    /// The address of the admin endpoint; nil where there is none.
    var admin: String?

    /// Where a client under test finds the admin endpoint.
    static let adminVariable = "DOCTOR_ADMIN"

    /// Where clients look for an endpoint of Bedrock's.
    private static let endpoints = ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL_BEDROCK"]

    /// What a client of the proxy must not have: it would go elsewhere by it, or to the hosts themselves.
    static let pastProxy = endpoints + ["AWS_ENDPOINT_URL", "NO_PROXY", "no_proxy"]

    /// The endpoint, the region, and whom to trust there.
    var places: [(name: String, value: String)] {
        var places: [(name: String, value: String)] = []
        let endpoints = Self.endpoints + (handsOutRoles ? ["AWS_ENDPOINT_URL_STS"] : [])
        for name in isProxy ? ["HTTPS_PROXY", "https_proxy"] : endpoints { places.append((name, endpoint)) }
        places += [("AWS_REGION", region), ("AWS_DEFAULT_REGION", region)]
        if let authorities {
            for name in TrustBundle.variables { places.append((name, authorities)) }
        }
        if let admin { places.append((Self.adminVariable, admin)) }
        return places
    }

    /// The lines that bring a client in another shell here, for `eval`.
    ///
    /// Only the demonstration pair, which is AWS's published example, and an API key that was made for this run are printed.
    /// Of others the other shell must have them already, and the log says which they are.
    var exportLines: [String] {
        let places = places.map { "export \($0.name)=\(ShellWord.quoted($0.value) ?? "")" }
        let rivals =
            (credential.sessionToken == nil ? ["AWS_SESSION_TOKEN"] : []) + (isProxy ? Self.pastProxy : [])
            + ["AWS_PROFILE"] + (bearer == nil ? [BedrockAPIKey.variable] : [])
        let key = bearer.flatMap { $0.isGenerated ? "export \(BedrockAPIKey.variable)=\($0.text)" : nil }
        let pair =
            credential.isDemonstration
            ? [
                "export AWS_ACCESS_KEY_ID=\(credential.accessKeyID)",
                "export AWS_SECRET_ACCESS_KEY=\(credential.secretAccessKey)",
            ] : []
        return places + pair + [key, "unset " + rivals.joined(separator: " ")].compactMap(\.self)
    }
}
