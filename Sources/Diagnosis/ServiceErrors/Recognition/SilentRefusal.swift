import Codes
import Evidence
import Report

/// A refusal by a status alone of a call whose signature is shown or told: a presigned URL, AWS IoT's gateway, a client of OpenSearch's that signs.
///
/// Who answers there says no more than 401 or 403, whatever it refuses for
/// (<https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html>); the signature is what such a call stands on.
enum SilentRefusal {
    /// The causes of a text that names none.
    static func causes(_ read: ReadAnswer) -> [CauseCandidate] {
        let text = read.shown.prefix(32_768)
        guard isRefused(read, String(text)), isSigned(read, String(text)) else { return [] }
        return [CauseCandidate(.signatureMismatch, .possible), CauseCandidate(.iamDenied, .possible)]
    }

    private static func isRefused(_ read: ReadAnswer, _ text: String) -> Bool {
        if let status = read.status { return [401, 403].contains(status) }
        let words = WordText(text)
        if words.has("status|error|code|http|gets|get|got|returns|throws|answers|response|throwing|with 401|403") {
            return true
        }
        if words.has("401|403 forbidden|unauthorized|error") { return true }
        // OpenSearch's clients call their 403 so.
        if read.errorType == "AuthorizationException" || words.has("authorizationexception") { return true }
        return words.has("fails|failed|fail|failing authentication|authenticate|handshake")
    }

    private static func isSigned(_ read: ReadAnswer, _ text: String) -> Bool {
        if text.contains("X-Amz-Signature=") || text.contains("iotdevicegateway") { return true }
        let words = WordText(text)
        if words.has("authorizationexception") {
            return words.has("signing|signed|signs|signer|signature|sigv4") && text.lowercased().contains("opensearch")
        }
        return false
    }
}
