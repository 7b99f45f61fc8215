import SigV4

/// Who sent a request, once it is known.
struct AcceptedCaller: Sendable {
    /// The region that the request is for.
    let region: String
    /// The access key id, which a long-term API key has none of.
    let accessKeyID: String?
    /// The account that answers, where the key itself decides it and it is not the first one.
    let account: String?
    /// The signature; nil for a bearer key.
    let signature: AcceptedSignature?

    /// The scheme by which the caller showed who it is.
    var scheme: MockLogEntry.Scheme { signature == nil ? .bearer : .sigv4 }

    init(_ signature: AcceptedSignature) {
        region = signature.scope.region
        accessKeyID = signature.accessKeyID
        account = nil
        self.signature = signature
    }

    /// The owner of a bearer key.
    init(bearerIn region: String, accessKeyID: String?, account: String? = nil) {
        self.region = region
        self.accessKeyID = accessKeyID
        self.account = account
        signature = nil
    }
}
