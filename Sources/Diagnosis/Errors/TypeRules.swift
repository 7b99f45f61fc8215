import Codes

/// What an error's type or status says when its message says nothing that is known.
enum TypeRules {
    /// A cause and how well the type alone carries it, on the scale of ``CauseRule``.
    struct Hint: Sendable {
        let cause: FindingCode
        let score: Int
        var also: [FindingCode] = []
    }

    /// By the type, as ``ErrorTypeName/key(_:)`` writes it.
    static func hint(type key: String) -> Hint? { byType[key] }

    /// By the status alone.
    ///
    /// A 400, 403 or 404 has too many causes to name one.
    static func hint(status: Int) -> Hint? {
        switch status {
        case 429: Hint(cause: .throttled, score: 55)
        case 407: Hint(cause: .networkProxyAuthentication, score: 55)
        case 408: Hint(cause: .modelTimeout, score: 55)
        case 424: Hint(cause: .modelError, score: 55)
        case 500: Hint(cause: .internalError, score: 55)
        case 502, 503, 504: Hint(cause: .serviceUnavailable, score: 50)
        default: nil
        }
    }

    /// The causes that types name.
    static var causes: [FindingCode] { byType.values.flatMap { [$0.cause] + $0.also } }

    private static let byType: [String: Hint] = [
        "expiredtoken": Hint(cause: .tokenExpired, score: 85),
        "unrecognizedclient": Hint(cause: .tokenInvalid, score: 85),
        "invalidclienttokenid": Hint(cause: .tokenInvalid, score: 85),
        "invalidaccesskeyid": Hint(cause: .tokenInvalid, score: 85),
        "invalidtoken": Hint(cause: .tokenInvalid, score: 80),
        "invalidsignature": Hint(cause: .signatureMismatch, score: 60),
        "signaturedoesnotmatch": Hint(cause: .signatureMismatch, score: 60),
        "incompletesignature": Hint(cause: .incompleteSignature, score: 90),
        "missingauthenticationtoken": Hint(cause: .missingAuthToken, score: 90),
        "missingauthentication": Hint(cause: .missingAuthToken, score: 90),
        "requestexpired": Hint(cause: .clockSkewExpired, score: 80),
        "requesttimetooskewed": Hint(cause: .clockSkewExpired, score: 80, also: [.clockSkewFuture]),
        "optinrequired": Hint(cause: .regionNotOptedIn, score: 80),
        "regiondisabled": Hint(cause: .regionNotOptedIn, score: 85),
        "throttling": Hint(cause: .throttled, score: 75),
        "throttled": Hint(cause: .throttled, score: 75),
        "toomanyrequests": Hint(cause: .throttled, score: 75),
        "requestlimitexceeded": Hint(cause: .throttled, score: 75),
        "slowdown": Hint(cause: .throttled, score: 75),
        "servicequotaexceeded": Hint(cause: .quotaExceeded, score: 85),
        "limitexceeded": Hint(cause: .quotaExceeded, score: 75),
        "modeltimeout": Hint(cause: .modelTimeout, score: 90),
        "modelerror": Hint(cause: .modelError, score: 90),
        "modelstreamerror": Hint(cause: .modelError, score: 90),
        "modelnotready": Hint(cause: .modelNotReady, score: 95),
        "serviceunavailable": Hint(cause: .serviceUnavailable, score: 85),
        "internalserver": Hint(cause: .internalError, score: 80),
        "internalfailure": Hint(cause: .internalError, score: 80),
        "unknownoperation": Hint(cause: .wrongEndpoint, score: 85, also: [.arnPathEncoding]),
        "invalidaction": Hint(cause: .wrongEndpoint, score: 75),
        "mpagreementbeingcreated": Hint(cause: .marketplaceSubscriptionPending, score: 110),
        "badcscore": Hint(cause: .accountNotAllowed, score: 90),
        "nocredentials": Hint(cause: .credentialsMissing, score: 100),
        "credentialretrieval": Hint(cause: .credentialsMissing, score: 70),
        "credentialsprovider": Hint(cause: .credentialsMissing, score: 70),
        "profilenotfound": Hint(cause: .profileNotFound, score: 100),
        "partialcredentials": Hint(cause: .credentialsPartial, score: 110),
        "noregion": Hint(cause: .regionMissing, score: 100),
        "missingregion": Hint(cause: .regionMissing, score: 100),
        "invalidregion": Hint(cause: .regionInvalid, score: 100),
        "unauthorizedssotoken": Hint(cause: .tokenExpired, score: 100),
        "ssotokenload": Hint(cause: .tokenExpired, score: 100),
        "tokenretrieval": Hint(cause: .tokenExpired, score: 100),
        "endpointconnection": Hint(cause: .networkUnreachable, score: 60),
        "connecttimeout": Hint(cause: .networkUnreachable, score: 100),
        "readtimeout": Hint(cause: .networkAnswerTimeout, score: 95),
        "connectionclosed": Hint(cause: .networkConnectionClosed, score: 100),
        "connectionrefused": Hint(cause: .networkUnreachable, score: 100),
        "proxyconnection": Hint(cause: .networkProxyFailed, score: 90),
        "ssl": Hint(cause: .networkTLSFailed, score: 70),
        "paramvalidation": Hint(cause: .validationRequest, score: 55),
        "unknownservice": Hint(cause: .clientTooOld, score: 90),
        "serialization": Hint(cause: .validationRequest, score: 60),
    ]
}
