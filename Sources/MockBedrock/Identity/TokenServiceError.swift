import Codes

/// A refusal of AWS STS (<https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html>).
struct TokenServiceError: Error, Sendable {
    let status: Int
    let code: String
    let message: String
    /// Whose fault it is, as `Type` says: `Sender` or `Receiver`.
    let isOfCaller: Bool
    let findings: [FindingCode]

    init(_ status: Int, _ code: String, _ message: String, isOfCaller: Bool = true, findings: [FindingCode] = []) {
        self.status = status
        self.code = code
        self.message = message
        self.isOfCaller = isOfCaller
        self.findings = findings
    }
}
