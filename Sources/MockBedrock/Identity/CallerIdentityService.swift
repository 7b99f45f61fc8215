import Codes
import JSONText
import SigV4
import WireText

/// AWS STS as far as a client needs it that asks who it is: `GetCallerIdentity`, signed for the service `sts`.
///
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>. STS speaks the query protocol and
/// answers in XML, or in JSON when that is what the client accepts. Its signatures may be 15 minutes old.
struct CallerIdentityService: Sendable {
    private let verifier: SignatureVerifier
    private let account: SimulatedAccount

    /// Whether a request asks this question, which no operation of Bedrock is like.
    static func takes(_ request: ReceivedRequest) -> Bool {
        guard request.head.method == "POST", request.body.count <= 4096, request.route == .unknown else { return false }
        let parts = request.body.split(separator: UInt8(ascii: "&"))
        return parts.contains { $0.elementsEqual("Action=GetCallerIdentity".utf8) }
    }

    init(_ configuration: MockServerConfiguration) {
        let stored = Dictionary(
            configuration.credentials.map { credential in
                (
                    credential.accessKeyID,
                    StoredCredential(
                        secretAccessKey: credential.secretAccessKey, sessionToken: credential.sessionToken,
                        tokenExpiration: credential.expiration)
                )
            }, uniquingKeysWith: { _, last in last })
        verifier = SignatureVerifier(
            policy: VerificationPolicy(regions: configuration.regions, service: "sts", windowSeconds: 900)
        ) { stored[$0] }
        account = configuration.account ?? SimulatedAccount(regions: [], models: [])
    }

    /// What became of the question.
    struct Answer: Sendable {
        var response: MockResponse
        var signature: AcceptedSignature?
        var refusal: AuthenticationRefusal?
        var errorType: String?
    }

    func answer(_ request: ReceivedRequest, requestID: RequestID, now: SigningTime) -> Answer {
        let form: Form = Self.acceptsJSON(request) ? .json : .xml
        let signable = request.signable
        switch verifier.verify(signable, now: now) {
        case .accepted(let signature):
            return Answer(response: identity(form, requestID), signature: signature)
        case .refused(let refusal):
            let authentication = AuthenticationRefusal(refusal, of: signable)
            let type = Self.code(refusal.reason)
            return Answer(
                response: error(type, authentication, form, requestID), refusal: authentication, errorType: type)
        }
    }

    // MARK: The two forms

    private enum Form { case json, xml }

    private static func acceptsJSON(_ request: ReceivedRequest) -> Bool {
        request.head.headers.contains { $0.isNamed("accept") && $0.text.contains("application/json") }
    }

    private func identity(_ form: Form, _ requestID: RequestID) -> MockResponse {
        switch form {
        case .json:
            return response(
                .object([
                    "GetCallerIdentityResponse": .object([
                        "GetCallerIdentityResult": .object([
                            "Arn": .string(account.principalARN), "UserId": .string(Self.userID),
                            "Account": .string(account.accountID),
                        ]),
                        "ResponseMetadata": .object(["RequestId": .string(requestID.text)]),
                    ])
                ]), status: 200, requestID)
        case .xml:
            let text = [("Arn", account.principalARN), ("UserId", Self.userID), ("Account", account.accountID)]
                .map { "<\($0.0)>\(Self.escaped($0.1))</\($0.0)>" }.joined()
            return response(
                "<GetCallerIdentityResponse xmlns=\"\(Self.namespace)\"><GetCallerIdentityResult>\(text)</GetCallerIdentityResult><ResponseMetadata><RequestId>\(requestID.text)</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
                status: 200, requestID)
        }
    }

    private func error(
        _ code: String, _ refusal: AuthenticationRefusal, _ form: Form, _ requestID: RequestID
    ) -> MockResponse {
        let status = code == "IncompleteSignature" ? 400 : 403
        var answer: MockResponse
        switch form {
        case .json:
            answer = response(
                .object([
                    "Error": .object([
                        "Code": .string(code), "Message": .string(refusal.error.message), "Type": "Sender",
                    ]),
                    "RequestId": .string(requestID.text),
                ]), status: status, requestID)
        case .xml:
            answer = response(
                "<ErrorResponse xmlns=\"\(Self.namespace)\"><Error><Type>Sender</Type><Code>\(code)</Code><Message>\(Self.escaped(refusal.error.message))</Message></Error><RequestId>\(requestID.text)</RequestId></ErrorResponse>",
                status: status, requestID)
        }
        if !refusal.findings.isEmpty {
            answer.headers.append(
                HeaderField(MockResponse.findingHeader, refusal.findings.map(\.spelling).joined(separator: ",")))
        }
        return answer
    }

    /// The user id of AWS's documentation.
    private static let userID = "AIDACKCEVSQ6C2EXAMPLE"

    private static let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

    private func response(_ value: JSONValue, status: Int, _ requestID: RequestID) -> MockResponse {
        .json(value.bytes(.compact), status: status, requestID: requestID)
    }

    private func response(_ xml: String, status: Int, _ requestID: RequestID) -> MockResponse {
        MockResponse(
            status: status,
            headers: [
                HeaderField("Content-Type", "text/xml"), HeaderField("x-amzn-RequestId", requestID.text),
            ],
            body: .bytes(Array(xml.utf8)))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
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
