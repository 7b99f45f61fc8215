/// The error types that AWS's services and the core of its SDKs give, apart from a wrapper's own.
///
/// Names and endings differ between services and protocols (`Throttling`, `ThrottlingException`), so that a member stands
/// for every spelling that has its key: the name in small letters without `Exception`, `Error` or `Fault`.
package enum AWSErrorType: String, Sendable, CaseIterable {
    // MARK: Services
    // Bedrock's models and AWS's common errors
    // (<https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>), those of AWS STS
    // (<https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>), and S3's and EC2's
    // names for the same.
    case accessDenied = "accessdenied"
    case authFailure = "authfailure"
    case authorizationHeaderMalformed = "authorizationheadermalformed"
    case authorizationQueryParameters = "authorizationqueryparameters"
    case badCSCore = "badcscore"
    case bodyHashMismatch = "xamzcontentsha256mismatch"
    case conflict
    case expiredToken = "expiredtoken"
    case forbidden
    case identityProviderCommunication = "idpcommunication"
    case identityProviderRejectedClaim = "idprejectedclaim"
    case incompleteSignature = "incompletesignature"
    case internalFailure = "internalfailure"
    case internalServer = "internalserver"
    case invalidAccessKeyID = "invalidaccesskeyid"
    case invalidAction = "invalidaction"
    case invalidClientTokenID = "invalidclienttokenid"
    case invalidIdentityToken = "invalididentitytoken"
    case invalidSignature = "invalidsignature"
    case invalidToken = "invalidtoken"
    case limitExceeded = "limitexceeded"
    case malformedPolicyDocument = "malformedpolicydocument"
    case malformedQueryString = "malformedquerystring"
    case missingAuthentication = "missingauthentication"
    case missingAuthenticationToken = "missingauthenticationtoken"
    case modelError = "modelerror"
    case modelNotReady = "modelnotready"
    case modelStreamError = "modelstreamerror"
    case modelTimeout = "modeltimeout"
    case mpAgreementBeingCreated = "mpagreementbeingcreated"
    case noSuchBucket = "nosuchbucket"
    case noSuchEntity = "nosuchentity"
    case noSuchKey = "nosuchkey"
    case noSuchUpload = "nosuchupload"
    case notAuthorized = "notauthorized"
    case optInRequired = "optinrequired"
    case provisionedThroughputExceeded = "provisionedthroughputexceeded"
    case regionDisabled = "regiondisabled"
    case requestExpired = "requestexpired"
    case requestLimitExceeded = "requestlimitexceeded"
    case requestTimeTooSkewed = "requesttimetooskewed"
    case resourceInUse = "resourceinuse"
    case resourceNotFound = "resourcenotfound"
    case serialization
    case serviceQuotaExceeded = "servicequotaexceeded"
    case serviceUnavailable = "serviceunavailable"
    case signatureDoesNotMatch = "signaturedoesnotmatch"
    case slowDown = "slowdown"
    case throttled
    case throttling
    case tooManyRequests = "toomanyrequests"
    case unauthorized
    case unauthorizedOperation = "unauthorizedoperation"
    case unknownOperation = "unknownoperation"
    case unrecognizedClient = "unrecognizedclient"
    case validation

    // MARK: SDKs
    // Those of botocore (<https://github.com/boto/botocore/blob/develop/botocore/exceptions.py>), then of other SDKs.
    case connectionClosed = "connectionclosed"
    case connectTimeout = "connecttimeout"
    case credentialRetrieval = "credentialretrieval"
    case endpointConnection = "endpointconnection"
    case invalidRegion = "invalidregion"
    case multiFactorRefresh = "refreshwithmfaunsupported"
    case noCredentials = "nocredentials"
    case noRegion = "noregion"
    case paramValidation = "paramvalidation"
    case partialCredentials = "partialcredentials"
    case profileNotFound = "profilenotfound"
    case proxyConnection = "proxyconnection"
    case readTimeout = "readtimeout"
    case ssl
    case ssoTokenLoad = "ssotokenload"
    case tokenRetrieval = "tokenretrieval"
    case unauthorizedSSOToken = "unauthorizedssotoken"
    case unknownEndpoint = "unknownendpoint"
    case unknownService = "unknownservice"
    case connectionRefused = "connectionrefused"
    case credentialsProvider = "credentialsprovider"
    case missingRegion = "missingregion"
    case sdkClient = "sdkclient"

    /// The type that a name spells; `nil` for a name that is not AWS's.
    package init?(named name: String) { self.init(rawValue: Self.key(name)) }

    /// The name in small letters without `Exception`, `Error` or `Fault`: services disagree about the ending.
    package static func key(_ name: String) -> String {
        var text = name.lowercased().filter { $0 != "_" && $0 != "-" }
        for ending in ["exception", "error", "fault"]
        where text.hasSuffix(ending) && text.utf8.count > ending.utf8.count {
            text.removeLast(ending.count)
            break
        }
        return text
    }
}
