import Codes
import SigV4

extension AuthenticationRefusal {
    /// Puts the refusal of a bearer token into the service's words.
    ///
    /// Three texts of the service are known, all with status 403 and the member `Message`. The first is for what does not
    /// begin as a key does, the second for any other key that is not good here, one of another region among them
    /// (<https://github.com/ai4s-research/open-science/issues/53>), the third for one whose time is over. Which of the last
    /// two the service gives for a damaged short-term key nobody has written down: the second is authored for it.
    init(_ refusal: BearerCheck.Refusal) {
        let text =
            switch refusal {
            case .foreign: "Invalid API Key format: Must start with pre-defined prefix"
            case .damaged, .unknown, .region, .signature:
                "Authentication failed: Please make sure your API Key is valid."
            case .expired: "Bearer Token has expired"
            }
        let findings = Self.findings(refusal)
        self.init(
            error: ServiceError(
                status: 403, type: "AccessDeniedException", message: text, cause: findings.last,
                layer: .authentication, key: .capitalised),
            findings: findings, detail: Self.detail(refusal), refusal: nil, search: findings.contains(.bearerSent))
    }

    private static func findings(_ refusal: BearerCheck.Refusal) -> [FindingCode] {
        switch refusal {
        // Where no key is taken at all, that one came in place of a signature is what is wrong.
        case .foreign(_, serverHasKeys: false), .unknown(serverHasKeys: false): [.bearerSent, .bearerTokenInvalid]
        case .damaged: [.credentialsBearerTokenMalformed, .bearerTokenInvalid]
        case .region: [.credentialsBearerTokenRegion, .bearerTokenInvalid]
        case .foreign, .unknown, .signature: [.bearerTokenInvalid]
        case .expired: [.bearerTokenExpired]
        }
    }

    private static func detail(_ refusal: BearerCheck.Refusal) -> String {
        switch refusal {
        case .foreign(.quoted, _): "the API key stands in quotes, which are no part of it"
        case .foreign(.empty, serverHasKeys: true): "an empty bearer token was sent"
        case .foreign(.empty, _): "an empty bearer token was sent instead of a signature"
        case .foreign(.other, serverHasKeys: true):
            "the bearer token is no key of Bedrock's: those begin with ABSK or bedrock-api-key-"
        case .foreign(.other, _): "a bearer token that is no key of Bedrock's was sent instead of a signature"
        case .damaged(let flaw): "the API key is damaged: \(flaw.words)"
        case .unknown(serverHasKeys: true): "the API key is not one that this server accepts"
        case .unknown: "an API key was sent instead of a signature, and this server accepts none (--bearer)"
        case .region(let regions, let here):
            "the API key is for \(regions.joined(separator: ", ")), this endpoint is in \(here.joined(separator: ", "))"
        case .expired(let expiration, let now): "the API key expired at \(expiration.amzDate); it is \(now.amzDate)"
        case .signature(let reason): "the short-term API key is not signed as it must be: \(reason)"
        }
    }
}
