import JSONText
import WireText

/// A refusal of STS: its code and text, from JSON (`{"Error": {"Code", "Message"}}`).
///
/// A gateway in between may answer in a form of its own; then there is no code.
struct IdentityRefusal: Hashable {
    let code: String?
    let message: String

    init(_ body: [UInt8]) {
        let value = try? JSONValue(parsing: body)
        let error = value?["Error"] ?? value?["ErrorResponse"]?["Error"]
        code = error?["Code"]?.stringValue
        message = error?["Message"]?.stringValue ?? value?["message"]?.stringValue ?? ""
    }

    /// What a refusal says about the keys.
    enum Meaning: Hashable {
        case keyUnknown, secretWrong, tokenExpired, clock, denied, unsigned, regionDisabled, busy, unread
    }

    /// The causes by STS's common errors (<https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html>).
    func meaning(status: Int) -> Meaning {
        switch code {
        case "InvalidClientTokenId", "UnrecognizedClientException": .keyUnknown
        case "SignatureDoesNotMatch", "InvalidSignatureException":
            message.contains("Signature expired") || message.contains("not yet current") ? .clock : .secretWrong
        case "ExpiredToken", "ExpiredTokenException": .tokenExpired
        case "RequestExpired": .clock
        case "AccessDenied", "AccessDeniedException": .denied
        case "RegionDisabledException", "OptInRequired": .regionDisabled
        case "MissingAuthenticationToken", "MissingAuthenticationTokenException", "IncompleteSignature",
            "IncompleteSignatureException":
            .unsigned
        case "Throttling", "ThrottlingException", "ServiceUnavailable", "InternalFailure": .busy
        default: status == 429 || status >= 500 ? .busy : .unread
        }
    }
}
