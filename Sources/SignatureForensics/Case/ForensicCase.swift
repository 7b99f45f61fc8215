public import SigV4

/// What is known about a request whose signature was refused: any part of it may be missing.
public struct ForensicCase: Sendable {
    /// The request as sent or received, with its `Authorization` header or presigned query.
    public var request: SignableRequest?
    /// What the client computed, for example from its debug log.
    public var client: SignedTexts?
    /// What the server expected, from its echo.
    public var server: SignedTexts?
    /// Credentials that may be the right ones.
    ///
    /// Those with the request's access key id are tried first. At a server that is the stored pair, with the session token that
    /// belongs to it.
    public var credentials: [SigningCredentials]
    /// The regions that the endpoint serves; empty if unknown, then the region is read from the host.
    public var regions: Set<String>
    /// The signing name of the service; `nil` when nothing tells which one was called, and then nothing is said of it.
    public var service: String?
    /// By which rules the service makes its canonical request; `nil` when its name is all that tells.
    public var rules: ServiceRules?
    /// The server's time when the request arrived.
    public var receivedAt: SigningTime?
    /// The client's own time when the request was sent; it tells a slow sender from a wrong clock.
    public var sentAt: SigningTime?
    /// Why the verifier refused the request, where it was ours.
    public var refusal: SignatureRefusal?
    /// Requests that came before in the same exchange: attempts of a retry, hops of a redirect.
    public var earlier: [SignableRequest]

    /// Of how many attempts the texts are.
    package var attempts = Attempts.one

    /// Attempts of one call, each of which is signed by itself.
    package enum Attempts: Sendable {
        case one
        /// The client's text is of another one than the server's: what differs between them may differ between the attempts.
        case two
    }

    /// The client's text as it was shown, where it lacks empty lines; `client` has them.
    var lostLines: LostBlankLines?

    /// The rules by which texts of this scope are judged.
    func rules(of texts: SignedTexts) -> ServiceRules {
        ClaimedSignature(texts).map { rules(for: $0) } ?? rules ?? .usual
    }

    /// The rules by which a request that claims this scope is judged.
    func rules(for claim: ClaimedSignature) -> ServiceRules {
        if let rules { return rules }
        let signed = claim.scope.count > 2 ? claim.scope[2] : nil
        return (service ?? signed) == "s3" ? .s3 : .usual
    }

    /// Makes a case of what is known.
    public init(
        request: SignableRequest? = nil, client: SignedTexts? = nil, server: SignedTexts? = nil,
        credentials: [SigningCredentials] = [], regions: Set<String> = [], service: String? = "bedrock",
        rules: ServiceRules? = nil, receivedAt: SigningTime? = nil, sentAt: SigningTime? = nil,
        refusal: SignatureRefusal? = nil,
        earlier: [SignableRequest] = []
    ) {
        self.request = request
        self.client = client
        self.server = server
        self.credentials = credentials
        self.regions = regions
        self.service = service
        self.rules = rules
        self.receivedAt = receivedAt
        self.sentAt = sentAt
        self.refusal = refusal
        self.earlier = earlier
    }
}
