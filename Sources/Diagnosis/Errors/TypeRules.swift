/// What an error's type or status says when its message says nothing that is known.
enum TypeRules {
    /// A cause and how well the type alone carries it, on the scale of ``CauseRule``.
    struct Hint: Sendable {
        let cause: String
        let score: Int
        var also: [String] = []
    }

    /// By the type, as ``ErrorTypeName/key(_:)`` writes it.
    static func hint(type key: String) -> Hint? { byType[key] }

    /// By the status alone.
    ///
    /// A 400, 403 or 404 has too many causes to name one.
    static func hint(status: Int) -> Hint? {
        switch status {
        case 429: Hint(cause: "throttled", score: 55)
        case 407: Hint(cause: "network-proxy-authentication", score: 55)
        case 408: Hint(cause: "model-timeout", score: 55)
        case 424: Hint(cause: "model-error", score: 55)
        case 500: Hint(cause: "internal", score: 55)
        case 502, 503, 504: Hint(cause: "service-unavailable", score: 50)
        default: nil
        }
    }

    /// The causes that types name.
    static var causes: [String] { byType.values.flatMap { [$0.cause] + $0.also } }

    private static let byType: [String: Hint] = [
        "expiredtoken": Hint(cause: "token-expired", score: 85),
        "unrecognizedclient": Hint(cause: "token-invalid", score: 85),
        "invalidclienttokenid": Hint(cause: "token-invalid", score: 85),
        "invalidaccesskeyid": Hint(cause: "token-invalid", score: 85),
        "invalidtoken": Hint(cause: "token-invalid", score: 80),
        "invalidsignature": Hint(cause: "signature-mismatch", score: 60),
        "signaturedoesnotmatch": Hint(cause: "signature-mismatch", score: 60),
        "incompletesignature": Hint(cause: "incomplete-signature", score: 90),
        "missingauthenticationtoken": Hint(cause: "missing-auth-token", score: 90),
        "missingauthentication": Hint(cause: "missing-auth-token", score: 90),
        "requestexpired": Hint(cause: "clock-skew-expired", score: 80),
        "requesttimetooskewed": Hint(cause: "clock-skew-expired", score: 80, also: ["clock-skew-future"]),
        "optinrequired": Hint(cause: "region-not-opted-in", score: 80),
        "regiondisabled": Hint(cause: "region-not-opted-in", score: 85),
        "throttling": Hint(cause: "throttled", score: 75),
        "throttled": Hint(cause: "throttled", score: 75),
        "toomanyrequests": Hint(cause: "throttled", score: 75),
        "requestlimitexceeded": Hint(cause: "throttled", score: 75),
        "slowdown": Hint(cause: "throttled", score: 75),
        "servicequotaexceeded": Hint(cause: "quota-exceeded", score: 85),
        "limitexceeded": Hint(cause: "quota-exceeded", score: 75),
        "modeltimeout": Hint(cause: "model-timeout", score: 90),
        "modelerror": Hint(cause: "model-error", score: 90),
        "modelstreamerror": Hint(cause: "model-error", score: 90),
        "modelnotready": Hint(cause: "model-not-ready", score: 95),
        "serviceunavailable": Hint(cause: "service-unavailable", score: 85),
        "internalserver": Hint(cause: "internal", score: 80),
        "internalfailure": Hint(cause: "internal", score: 80),
        "unknownoperation": Hint(cause: "wrong-endpoint", score: 85, also: ["arn-path-encoding"]),
        "invalidaction": Hint(cause: "wrong-endpoint", score: 75),
        "mpagreementbeingcreated": Hint(cause: "marketplace-subscription-pending", score: 110),
        "badcscore": Hint(cause: "account-not-allowed", score: 90),
        "nocredentials": Hint(cause: "credentials-missing", score: 100),
        "credentialretrieval": Hint(cause: "credentials-missing", score: 70),
        "credentialsprovider": Hint(cause: "credentials-missing", score: 70),
        "profilenotfound": Hint(cause: "profile-not-found", score: 100),
        "partialcredentials": Hint(cause: "credentials-partial", score: 110),
        "noregion": Hint(cause: "region-missing", score: 100),
        "missingregion": Hint(cause: "region-missing", score: 100),
        "invalidregion": Hint(cause: "region-invalid", score: 100),
        "unauthorizedssotoken": Hint(cause: "token-expired", score: 100),
        "ssotokenload": Hint(cause: "token-expired", score: 100),
        "tokenretrieval": Hint(cause: "token-expired", score: 100),
        "endpointconnection": Hint(cause: "network-unreachable", score: 60),
        "connecttimeout": Hint(cause: "network-unreachable", score: 100),
        "readtimeout": Hint(cause: "network-answer-timeout", score: 95),
        "connectionclosed": Hint(cause: "network-connection-closed", score: 100),
        "connectionrefused": Hint(cause: "network-unreachable", score: 100),
        "proxyconnection": Hint(cause: "network-proxy-failed", score: 90),
        "ssl": Hint(cause: "network-tls-failed", score: 70),
        "paramvalidation": Hint(cause: "validation-request", score: 55),
        "unknownservice": Hint(cause: "client-too-old", score: 90),
        "serialization": Hint(cause: "validation-request", score: 60),
    ]
}
