package import Codes
package import NetworkTerms
package import Report

/// Why there are no credentials for an account: what each of its cells says then.
package struct CredentialFault: Error, Sendable, Hashable {
    package var verdict: ModelVerdict
    package var code: FindingCode

    /// What STS said, or what is missing; fit to be shown.
    package var message: String
    package var httpStatus: Int?
    package var errorType: String?
    package var requestID: String?
    package var remedies: [Remedy]

    package init(
        _ code: FindingCode, _ message: String, verdict: ModelVerdict = .credentialFault, httpStatus: Int? = nil,
        errorType: String? = nil, requestID: String? = nil, remedies: [Remedy] = []
    ) {
        self.verdict = verdict
        self.code = code
        self.message = message
        self.httpStatus = httpStatus
        self.errorType = errorType
        self.requestID = requestID
        self.remedies = remedies
    }

    /// STS could not be asked: nothing is known of the role.
    package static func unreachable(_ origin: String, _ failure: NetworkFailure, message: String) -> CredentialFault {
        CredentialFault(
            .roleUnanswered,
            "AWS STS at \(PrintableText.escaped(origin, limit: 100)) could not be reached: \(SafeMessage.text(message))",
            verdict: .unreachable,
            remedies: [
                Remedy(
                    "In a private subnet STS needs a VPC endpoint of its own beside Bedrock's. See whether it answers",
                    command: ShellWord.quoted(origin).map { "curl -sv --max-time 10 -o /dev/null \($0)/" })
            ])
    }

    /// The same after several attempts, which the message says.
    package func after(attempts: Int) -> CredentialFault {
        guard attempts > 1 else { return self }
        var fault = self
        fault.message = "asked \(attempts) times: \(message)"
        return fault
    }

    /// The cell of a model that could not be asked.
    package func cell(_ reader: VerdictReader) -> ModelCell {
        var cell = reader.blank(verdict)
        cell.code = code
        cell.message = message
        cell.httpStatus = httpStatus
        cell.errorType = errorType
        cell.requestId = requestID
        cell.remedies = remedies
        return cell
    }
}
