import Codes
import Diagnosis
import Evidence
import Report
import Testing
import WireText

/// The service's own sentences about an Authorization header that it could not read.
@Suite("An authorization that cannot be read")
struct IncompleteSignatureTests {
    @Test(
        "the remedy names the part and how it should read",
        arguments: [
            (
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=x",
                "20260131T120000Z"
            ),
            (
                "Authorization header requires 'SignedHeaders' parameter. Authorization header requires 'Signature' parameter. x",
                "comma"
            ),
            ("Authorization header requires 'Credential' parameter. x", "Credential is not found"),
            (
                "Authorization header requires 'Credential' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=",
                "arrived empty"
            ),
            ("AWS authentication requires a valid Date or x-amz-date header", "No date that S3 can read"),
            (
                "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256): 'x'.",
                "semicolons"
            ),
            (
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 3.",
                "five parts"
            ),
            ("Date must be in ISO-8601 'basic format'. Got '2026-01-02T03:04:05Z'.", "no hyphens"),
            ("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", "host must be"),
        ])
    func part(message: String, words: String) {
        let diagnosis = ErrorDiagnosis(
            ServiceAnswer(
                status: 403, headers: [.init("x-amzn-ErrorType", "IncompleteSignatureException")],
                content: .body(Array(#"{"message":"\#(message)"}"#.utf8))))
        #expect(diagnosis.code == .incompleteSignature)
        #expect(diagnosis.remedies.first?.text.contains(words) == true, "\(diagnosis.remedies.map(\.text))")
    }
}
