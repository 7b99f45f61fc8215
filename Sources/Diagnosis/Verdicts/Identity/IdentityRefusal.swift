import Evidence
import JSONText
import WireText

/// A refusal of STS: its code and text, from JSON (`{"Error": {"Code", "Message"}}`) or XML.
///
/// A gateway in between may answer in a form of its own; then there is no code.
struct IdentityRefusal: Hashable {
    let code: String?
    let message: String

    init(_ body: [UInt8]) {
        let value = try? JSONValue(parsing: body)
        let error = value?["Error"] ?? value?["ErrorResponse"]?["Error"]
        let text = value == nil ? String(decoding: body, as: UTF8.self) : ""
        code = error?["Code"]?.stringValue ?? XMLFields.text(of: "Code", in: text)
        message =
            error?["Message"]?.stringValue ?? value?["message"]?.stringValue
            ?? XMLFields.text(of: "Message", in: text) ?? ""
    }

    /// What a refusal says about the keys.
    enum Meaning: Hashable {
        case keyUnknown, secretWrong, tokenExpired, clock, denied, invalid, unsigned, regionDisabled, busy, unread
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
        case "RegionDisabledException", "RegionDisabled", "OptInRequired": .regionDisabled
        case "ValidationError", "MalformedInput", "InvalidParameterValue", "MissingParameter": .invalid
        case "MissingAuthenticationToken", "MissingAuthenticationTokenException", "IncompleteSignature",
            "IncompleteSignatureException":
            .unsigned
        case "Throttling", "ThrottlingException", "ServiceUnavailable", "InternalFailure": .busy
        default: status == 429 || status >= 500 ? .busy : .unread
        }
    }
}
