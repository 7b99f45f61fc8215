import Codes
import JSONText
import Recordings
import SigV4
import WireText

/// A call that was meant for another AWS service, as one arrives when `AWS_ENDPOINT_URL` leads every service here.
///
/// It is known by the service in its credential scope together with a path that is not one of Bedrock's. A client that signs
/// Bedrock's own calls for another service is refused as the service refuses it.
struct OtherService: Sendable {
    /// The forms in which AWS's services write an error, so that the client shows the text.
    private enum ErrorForm { case restXML, query, json }

    /// The error type, which is not one of AWS's.
    static let type = "DoctorOtherServiceException"
    /// What is wrong, as findings name it.
    static let finding = FindingCode.wrongEndpoint

    /// The service's name in credential scopes; nil where the call has no scope.
    let name: String?
    private let form: ErrorForm

    init?(_ request: ReceivedRequest) {
        guard case .unknown = request.route else { return nil }
        let isForm = request.head.headers.contains {
            $0.isNamed("content-type") && $0.value.starts(with: "application/x-www-form-urlencoded".utf8)
        }
        if let scope = Self.scope(request) {
            guard !scope.hasPrefix("bedrock"), Self.isName(scope) else { return nil }
            name = scope
        } else {
            // Calls of STS that need no signature, such as AssumeRoleWithWebIdentity.
            guard isForm, request.body.starts(with: "Action=".utf8) else { return nil }
            name = nil
        }
        let isQuery = isForm || request.target.queryValue("Action") != nil
        form = name?.hasPrefix("s3") == true ? .restXML : isQuery ? .query : .json
    }

    /// What this server is, and what to set instead.
    var message: String {
        if name == "sts" {
            return
                "This is the mock of Amazon Bedrock of `doctor serve`, and of sts it plays GetCallerIdentity and AssumeRole. "
                + "Another call of sts arrived here: let the client take its session elsewhere, and set "
                + "AWS_ENDPOINT_URL_BEDROCK_RUNTIME and AWS_ENDPOINT_URL_BEDROCK to this address, and not AWS_ENDPOINT_URL, "
                + "which holds for every service."
        }
        return "This is the mock of Amazon Bedrock of `doctor serve`, and it plays no other service. A call "
            + (name.map { "of \($0) " } ?? "of another AWS service ") + "arrived here: set "
            + "AWS_ENDPOINT_URL_BEDROCK_RUNTIME and AWS_ENDPOINT_URL_BEDROCK to this address, and not AWS_ENDPOINT_URL, "
            + "which holds for every service."
    }

    /// The answer; its status is one that no client retries.
    func response(requestID: RequestID) -> MockResponse {
        let type = Self.type
        switch form {
        case .json:
            let body = JSONValue.object(["__type": .string(type), "message": .string(message)])
            var response = MockResponse.json(body.bytes(.compact), status: 400, requestID: requestID)
            response.headers.append(HeaderField("x-amzn-ErrorType", type + ":mock"))
            return response
        case .restXML:
            return xml("<Error><Code>\(type)</Code><Message>\(message)</Message></Error>", requestID)
        case .query:
            return xml(
                "<ErrorResponse><Error><Type>Sender</Type><Code>\(type)</Code><Message>\(message)</Message></Error>"
                    + "<RequestId>\(requestID.text)</RequestId></ErrorResponse>", requestID)
        }
    }

    /// The text holds no character that XML would take for its own: the name is letters, digits and hyphens.
    private func xml(_ body: String, _ requestID: RequestID) -> MockResponse {
        MockResponse(
            status: 400,
            headers: [
                HeaderField("Content-Type", "text/xml"),
                HeaderField("x-amzn-RequestId", requestID.text),
            ],
            body: .bytes(Array((#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + body).utf8)))
    }

    /// The service of the credential scope (Signature Version 4: `KEY/DATE/REGION/SERVICE/aws4_request`).
    private static func scope(_ request: ReceivedRequest) -> String? {
        let credential: Substring?
        if let field = request.head.headers.first(where: { $0.isNamed("authorization") }) {
            let text = String(decoding: field.value.prefix(2048), as: UTF8.self)
            credential = text.firstRange(of: "Credential=").map { found in
                text[found.upperBound...].prefix { $0 != "," && $0 != " " }
            }
        } else {
            credential = request.target.queryValue("X-Amz-Credential").map { $0[...] }
        }
        guard let parts = credential?.split(separator: "/", omittingEmptySubsequences: false), parts.count >= 5 else {
            return nil
        }
        return String(parts[parts.count - 2])
    }

    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0.isLowercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-")
            }
    }
}
