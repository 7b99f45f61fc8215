import Codes
import JSONText
import SigV4
import WireText

/// AWS STS as far as a client of Bedrock needs it: who it is (`GetCallerIdentity`), and roles (`AssumeRole`), signed for
/// the service `sts`.
///
/// <https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html>. STS speaks the query protocol; its signatures may be
/// 15 minutes old.
struct TokenService: Sendable {
    private enum Action: String, CaseIterable {
        case callerIdentity = "GetCallerIdentity"
        case assumeRole = "AssumeRole"
    }

    private let verifier: SignatureVerifier
    private let callers: KnownCallers

    /// The longest body that is looked into: a session policy and tags have some KB.
    private static let longestBody = 32 << 10

    /// Whether a request asks one of these questions, which no operation of Bedrock is like.
    static func takes(_ request: ReceivedRequest) -> Bool {
        guard request.head.method == "POST", request.body.count <= longestBody, request.route == .unknown else {
            return false
        }
        return action(request) != nil
    }

    /// The operation's name in the API of STS.
    static func operationName(_ request: ReceivedRequest) -> String? { action(request)?.rawValue }

    private static func action(_ request: ReceivedRequest) -> Action? {
        let parts = request.body.split(separator: UInt8(ascii: "&"))
        return Action.allCases.first { action in
            parts.contains { $0.elementsEqual("Action=\(action.rawValue)".utf8) }
        }
    }

    init(_ configuration: MockServerConfiguration, _ callers: KnownCallers) {
        verifier = SignatureVerifier(
            policy: VerificationPolicy(regions: configuration.regions, service: "sts", windowSeconds: 900)
        ) { callers.stored($0) }
        self.callers = callers
    }

    /// What became of the question.
    struct Answer: Sendable {
        var response: MockResponse
        var signature: AcceptedSignature?
        var refusal: AuthenticationRefusal?
        /// What STS itself refused although the signature was right.
        var error: TokenServiceError?
        /// One line for the log; nil when there is nothing to say.
        var detail: String?
    }

    func answer(_ request: ReceivedRequest, requestID: RequestID, now: SigningTime) -> Answer {
        let form = TokenServiceForm(acceptedBy: request)
        let signable = request.signable
        switch verifier.verify(signable, now: now) {
        case .accepted(let signature):
            do throws(TokenServiceError) {
                var answer = try self.answer(request, signature, form, requestID, now)
                answer.signature = signature
                return answer
            } catch {
                return Answer(
                    response: form.error(error, requestID), signature: signature, error: error, detail: error.message)
            }
        case .refused(let refusal):
            let authentication = AuthenticationRefusal(refusal, of: signable)
            let code = Self.code(refusal.reason)
            let error = TokenServiceError(
                code == "IncompleteSignature" ? 400 : 403, code, authentication.error.message,
                findings: authentication.findings)
            return Answer(
                response: form.error(error, requestID), refusal: authentication, error: error,
                detail: authentication.detail)
        }
    }

    private func answer(
        _ request: ReceivedRequest, _ signature: AcceptedSignature, _ form: TokenServiceForm, _ requestID: RequestID,
        _ now: SigningTime
    ) throws(TokenServiceError) -> Answer {
        let caller = callers.caller(signature.accessKeyID)
        guard Self.action(request) == .assumeRole else {
            return Answer(
                response: form.result(
                    "GetCallerIdentity",
                    [
                        "Arn": .string(caller.arn), "UserId": .string(caller.userID),
                        "Account": .string(caller.accountID),
                    ], requestID))
        }
        let session = try RoleAssumption(QueryForm(request.body)).session(
            for: caller, callers, region: signature.scope.region, now: now)
        let words = "\(session.caller.arn) has key \(MaskedKeyID(session.credential.accessKeyID))"
        return Answer(response: form.result("AssumeRole", Self.members(session), requestID), detail: words)
    }

    private static func members(_ session: IssuedSessions.Session) -> JSONObject {
        let text = { (secret: Secret?) in String(decoding: secret?.exposedBytes ?? [], as: UTF8.self) }
        let credentials: JSONObject = [
            "AccessKeyId": .string(session.credential.accessKeyID),
            "SecretAccessKey": .string(text(session.credential.secretAccessKey)),
            "SessionToken": .string(text(session.credential.sessionToken)),
            "Expiration": .number(JSONNumber(session.expiration.unixSeconds)),
        ]
        let user: JSONObject = [
            "AssumedRoleId": .string(session.caller.userID), "Arn": .string(session.caller.arn),
        ]
        return ["Credentials": .object(credentials), "AssumedRoleUser": .object(user)]
    }

    /// STS's name for a refusal (<https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html>).
    private static func code(_ reason: SignatureRefusal.Reason) -> String {
        switch reason {
        case .missingAuthorization: "MissingAuthenticationToken"
        case .malformed: "IncompleteSignature"
        case .unknownAccessKey, .tokenMissing, .tokenMismatch, .tokenNotExpected: "InvalidClientTokenId"
        case .tokenExpired: "ExpiredToken"
        default: "SignatureDoesNotMatch"
        }
    }
}
